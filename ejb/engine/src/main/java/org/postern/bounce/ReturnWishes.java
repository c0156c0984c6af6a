package org.postern.bounce;

import org.postern.event.OutcomeWish;
import org.postern.mail.QueueId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What applications want to hear of bounces that come when their mail has long been delivered. */
public interface ReturnWishes {
    /**
     * What is kept of a message.
     *
     * @param recipients whom its application wrote to; none where they are too many to be kept
     */
    record Awaited(OutcomeWish wish, List<String> recipients) {
        public Awaited {
            recipients = List.copyOf(recipients);
        }
    }

    /**
     * Keeps it until then.
     *
     * @throws RuntimeException when the store is out of reach
     */
    void keep(QueueId about, Awaited awaited, Instant until);

    /**
     * {@return what is kept of this message}
     *
     * @throws RuntimeException when the store is out of reach
     */
    Optional<Awaited> find(QueueId about);
}

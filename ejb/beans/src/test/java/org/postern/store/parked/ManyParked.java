package org.postern.store.parked;

import org.postern.queue.ParkedFilter;
import org.postern.queue.ParkedMessage;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.WaitingMail;

import java.util.Collection;
import java.util.Optional;

/** Many parked messages in memory, for tests of what is done to them. */
public final class ManyParked {
    private final InMemoryParkedMail mail = new InMemoryParkedMail();

    /** {@return the key of the how manieth message, counted from 0} */
    public static String key(int number) {
        return "k%05d".formatted(number);
    }

    /** Parks so many, to be tried in an hour. */
    public void park(int count) {
        for (int i = 0; i < count; i++) {
            mail.park(Parked.of(key(i)).due(3600).build());
        }
    }

    public WaitingMail waiting() {
        return mail;
    }

    /** {@return how many there are} */
    public long count() {
        return mail.count(ParkedFilter.everything(), Integer.MAX_VALUE);
    }

    /** Lets these wait for a person; {@return how many were still parked} */
    public int hold(Collection<String> keys) throws QueueUnavailableException {
        return mail.change(keys, message -> new ParkedMessage(message.key(), message.mail(), ParkedMessage.Reason.HELD,
                Optional.empty(), message.queue(), message.lastReply()), "alice", told -> {
                });
    }
}

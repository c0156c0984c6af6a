package org.postern.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import org.postern.smtp.Replies;
import org.postern.smtp.Reply;

import java.util.List;
import java.util.Optional;

/**
 * Whether mail could be kept now, as it was found a moment ago. Asked at each connection and each message, so it costs nothing;
 * {@link StoreProbe} finds out in the background.
 */
@ApplicationScoped
public class StoreReadiness {
    /** What is wrong with one of the stores. */
    public enum Fault {
        /** The broker does not answer. */
        BROKER,
        /** The database does not answer. */
        DATABASE,
        /** The disk of the journal is nearly full. */
        DISK,
        /** Nobody has looked, or not for too long. */
        UNKNOWN
    }

    private volatile List<Fault> faults = List.of(Fault.UNKNOWN);

    /** {@return what is wrong; empty when mail can be kept} */
    public List<Fault> faults() {
        return faults;
    }

    void found(List<Fault> found) {
        faults = List.copyOf(found);
    }

    /** {@return the refusal of a connection, which ends it} */
    Optional<Reply> atConnect() {
        return faults.isEmpty() ? Optional.empty() : Optional.of(Replies.NOT_TAKING_MAIL);
    }

    /** {@return the refusal of a message, in a session that began when all was well} */
    Optional<Reply> atMail() {
        List<Fault> now = faults;
        if (now.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(now.contains(Fault.DISK) ? Replies.NO_ROOM : Replies.LOCAL_ERROR);
    }
}

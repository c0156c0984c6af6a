package org.postern.routing;

import org.postern.mail.Envelope;
import org.postern.mail.Recipient;
import org.postern.sentence.Sentence;

import java.util.List;

/** Where some recipients of one message go together. */
public sealed interface Way {
    /** {@return what is told from there on: the sender, or the owner of a list, and these recipients} */
    Envelope envelope();

    /** {@return why, for the trace} */
    Sentence reason();

    default List<Recipient> recipients() {
        return envelope().recipients();
    }

    /**
     * To one destination.
     *
     * @param isForwarded whether the reverse-path is one of our own that stands for the sender
     */
    record To(Destination destination, Envelope envelope, Sentence reason, boolean isForwarded) implements Way {}

    /** A route has it thrown away. */
    record Discarded(Envelope envelope, Sentence reason) implements Way {}

    /**
     * The routing table says refuse, or leads back to the gateway itself: a person has to decide.
     *
     * @param isUnread whether it is for a postmaster whose mail nobody reads: it must be taken from everybody, and cannot wait for ever
     */
    record Nowhere(Envelope envelope, Sentence reason, boolean isUnread) implements Way {}
}

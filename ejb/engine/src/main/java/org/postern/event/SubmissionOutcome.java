package org.postern.event;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of a submission, or of one of its recipients, as the application that handed it in is told. */
public enum SubmissionOutcome {
    /** It broke the contract of its queue and is not sent. */
    REFUSED,
    /** The gateway has taken responsibility. */
    ACCEPTED,
    /** Not now: it is tried again. */
    DEFERRED,
    /** The next server, or another application, has taken it. */
    DELIVERED,
    /** The recipient will not get it. */
    FAILED,
    /** It was tried until its time was over. */
    EXPIRED,
    /** Nobody gets it before a person has looked. */
    QUARANTINED,
    /** A server that had taken it reported later that it could not deliver it. */
    RETURNED;

    /** {@return how it is called in documents, properties and keys} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the one that is called so} */
    public static Optional<SubmissionOutcome> of(String word) {
        return Arrays.stream(values()).filter(outcome -> outcome.word().equals(word)).findFirst();
    }
}

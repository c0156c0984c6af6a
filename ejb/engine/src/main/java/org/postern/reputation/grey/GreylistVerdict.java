package org.postern.reputation.grey;

import java.time.Duration;

/** What becomes of a contact. */
public sealed interface GreylistVerdict {
    /** It may pass: it came again in time, or a person let it. */
    record Known() implements GreylistVerdict {}

    /**
     * It is to come again (451 4.7.1).
     *
     * @param pause until it may pass; at least a second
     */
    record ComeAgain(Duration pause) implements GreylistVerdict {}
}

package org.postern.reputation.grey;

import java.time.Instant;

/**
 * What is remembered of a contact.
 *
 * @param first when it was first tried
 * @param last when it was last let pass, or first tried if it never was
 * @param state how far it has come
 */
public record Acquaintance(Instant first, Instant last, State state) {
    /** How far a contact has come. */
    public enum State {
        /** It is to come again. */
        WAITING,
        /** It came again in time. */
        PASSED,
        /** A person has let it pass. */
        RELEASED
    }
}

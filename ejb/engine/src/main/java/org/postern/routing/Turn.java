package org.postern.routing;

import org.postern.sentence.Sentence;

import java.util.Optional;

/**
 * Which way is for one recipient.
 *
 * @param kind what becomes of the mail
 * @param destination where it goes; empty unless the kind is {@link Kind#ON}
 * @param reason why, for people
 */
public record Turn(Kind kind, Optional<Destination> destination, Sentence reason) {
    /** What becomes of mail. */
    public enum Kind {
        /** It goes to a destination. */
        ON,
        /** It is thrown away. */
        DISCARDED,
        /** It is refused while its sender can be told, and held for a person afterwards. */
        REFUSED,
        /** There is no way but back to the gateway itself. */
        NOWHERE,
        /** It is for a postmaster of ours whose mail nobody reads. */
        UNREAD
    }

    static Turn on(Destination destination, Sentence reason) {
        return new Turn(Kind.ON, Optional.of(destination), reason);
    }

    static Turn off(Kind kind, Sentence reason) {
        return new Turn(kind, Optional.empty(), reason);
    }
}

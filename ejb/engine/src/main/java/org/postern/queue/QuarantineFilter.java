package org.postern.queue;

import org.postern.assessment.QuarantineKind;

import java.util.Optional;

/**
 * Which mail in quarantine is meant.
 *
 * @param kind why it is there
 * @param words what subject, From field or reason contain, whatever the case; the empty string for anything
 */
public record QuarantineFilter(Optional<QuarantineKind> kind, String words) {
    /** {@return all of it} */
    public static QuarantineFilter all() {
        return new QuarantineFilter(Optional.empty(), "");
    }

    /** {@return what is there for this} */
    public static QuarantineFilter of(QuarantineKind kind) {
        return new QuarantineFilter(Optional.of(kind), "");
    }
}

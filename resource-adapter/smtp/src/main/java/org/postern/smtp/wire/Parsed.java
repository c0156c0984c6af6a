package org.postern.smtp.wire;

import java.util.Optional;

/**
 * What a parser makes of text: a value, or the violation that stands in its way.
 *
 * @param <T> type of the value
 */
public sealed interface Parsed<T> {
    /** The text follows the grammar. */
    record Valid<T>(T value) implements Parsed<T> {}

    /** It does not. */
    record Invalid<T>(Violation violation) implements Parsed<T> {}

    /** {@return the value, empty if there is none} */
    default Optional<T> toOptional() {
        return this instanceof Valid<T>(T value) ? Optional.of(value) : Optional.empty();
    }
}

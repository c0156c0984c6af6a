package org.postern.auth.spf;

import java.util.List;

/**
 * A text with macros in it (RFC 7208, 7).
 *
 * @param parts in their order
 */
record MacroString(List<Part> parts) {
    MacroString {
        parts = List.copyOf(parts);
    }

    sealed interface Part {}

    /** Stands for itself. */
    record Literal(String text) implements Part {}

    /**
     * Stands for what is known of the question (7.2 and 7.3).
     *
     * @param letter in lower case
     * @param most how many parts of the value are kept, from the right
     * @param delimiters what separates its parts
     */
    record Macro(char letter, boolean escaped, int most, boolean reversed, String delimiters) implements Part {}

    /** {@return whether one of these letters is expanded in it} */
    boolean uses(String letters) {
        for (Part part : parts) {
            if (part instanceof Macro macro && letters.indexOf(macro.letter()) >= 0) {
                return true;
            }
        }
        return false;
    }
}

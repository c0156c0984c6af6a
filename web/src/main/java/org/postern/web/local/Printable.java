package org.postern.web.local;

import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** Text that others have written, as the terminal of a person may get it: without what a terminal would obey. */
final class Printable {
    private static final char INSTEAD = '\uFFFD';

    private Printable() {}

    /** {@return a word of a line of tab-separated words} */
    static String word(String text) {
        return without(text, Character::isISOControl);
    }

    /** {@return text of many lines} */
    static String lines(String text) {
        return without(text, c -> Character.isISOControl(c) && "\r\n\t".indexOf(c) < 0);
    }

    private static String without(String text, IntPredicate control) {
        return text.codePoints()
                .map(c -> control.test(c) ? INSTEAD : c)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}

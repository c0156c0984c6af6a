package org.postern.cli.show;

import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** Text that others have written, as the terminal of a person may get it: without what a terminal would obey. */
public final class Printable {
    private static final char INSTEAD = '\uFFFD';

    private Printable() {}

    /** {@return text of one line} */
    public static String word(String text) {
        return without(text, c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029');
    }

    /** {@return text of many lines} */
    public static String lines(String text) {
        return without(text.replace("\r\n", "\n"), c -> Character.isISOControl(c) && "\n\t".indexOf(c) < 0);
    }

    private static String without(String text, IntPredicate control) {
        return text.codePoints()
                .map(c -> control.test(c) ? INSTEAD : c)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}

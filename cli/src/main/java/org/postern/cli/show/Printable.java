package org.postern.cli.show;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * Text that others have written, as the terminal of a person may get it: in place of what a terminal would obey, or what would turn the order in which a line is read
 * (Unicode, UAX 9, 2), stands a sign for it.
 */
public final class Printable {
    private static final char INSTEAD = '\uFFFD';

    private Printable() {}

    /** {@return text of one line} */
    public static String word(String text) {
        return without(text, c -> isObeyed(c) || c == '\u2028' || c == '\u2029');
    }

    /** {@return text of many lines} */
    public static String lines(String text) {
        return without(text.replace("\r\n", "\n"), c -> isObeyed(c) && "\n\t".indexOf(c) < 0);
    }

    /** {@return JSON that means the same, in which nothing of that stands} */
    static String json(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.chars().forEach(c -> {
            if (isObeyed(c)) {
                plain.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                plain.append((char) c);
            }
        });
        return plain.toString();
    }

    /** Prints text as {@link #lines} has it, however long it is. */
    static void print(Reader text, PrintStream out) throws IOException {
        boolean isReturn = false;
        for (int c = text.read(); c >= 0; c = text.read()) {
            if (isReturn && c != '\n') {
                out.print(INSTEAD);
            }
            isReturn = c == '\r';
            if (!isReturn) {
                out.print(isObeyed(c) && "\n\t".indexOf(c) < 0 ? INSTEAD : (char) c);
            }
        }
        if (isReturn) {
            out.print(INSTEAD);
        }
    }

    private static boolean isObeyed(int c) {
        return Character.isISOControl(c) || (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069')
                || c == '\u200E' || c == '\u200F' || c == '\u061C';
    }

    private static String without(String text, IntPredicate control) {
        return text.codePoints()
                .map(c -> control.test(c) ? INSTEAD : c)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}

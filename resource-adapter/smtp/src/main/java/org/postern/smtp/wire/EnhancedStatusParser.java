package org.postern.smtp.wire;

import org.postern.smtp.EnhancedStatus;

import java.util.Optional;
import java.util.Set;

/** Enhanced status codes such as {@code 5.1.1} (RFC 3463, 2). */
public final class EnhancedStatusParser {
    private EnhancedStatusParser() {}

    /** {@return the status code that the whole text is} */
    public static Optional<EnhancedStatus> parse(String text) {
        if (text.length() < 5 || text.length() > 9) {
            return Optional.empty();
        }
        Cursor cursor = new Cursor(text, Set.of());
        int statusClass = number(cursor, 1);
        int subject = cursor.take('.') ? number(cursor, 3) : -1;
        int detail = cursor.take('.') ? number(cursor, 3) : -1;
        boolean valid = (statusClass == 2 || statusClass == 4 || statusClass == 5) && subject >= 0 && detail >= 0;
        return valid && cursor.isAtEnd()
                ? Optional.of(new EnhancedStatus(statusClass, subject, detail))
                : Optional.empty();
    }

    private static int number(Cursor cursor, int maxDigits) {
        int number = Ascii.isDigit(cursor.peek()) ? 0 : -1;
        for (int i = 0; i < maxDigits && Ascii.isDigit(cursor.peek()); i++) {
            number = number * 10 + (cursor.peek() - '0');
            cursor.advance();
        }
        return number;
    }
}

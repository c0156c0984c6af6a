package org.postern.smtp.wire;

import org.postern.mail.Parameters;

import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/** The parameters behind a path (RFC 5321, 4.1.2): {@code KEYWORD} or {@code KEYWORD=value}, each after a space. */
final class ParametersParser {
    private static final int MAX_PARAMETERS = 32;

    private ParametersParser() {}

    /** Reads all that is left; trailing spaces do not matter. */
    static Optional<Parameters> read(Cursor cursor) {
        if (cursor.isAtEnd()) {
            return Optional.of(Parameters.NONE);
        }
        SequencedMap<String, String> values = new TreeMap<>();
        while (!cursor.isAtEnd()) {
            if (cursor.takeSpaces() == 0) {
                cursor.failAtCharacter(values.isEmpty() ? Violation.TRAILING_TEXT : Violation.PARAMETER);
                return Optional.empty();
            }
            if (!cursor.isAtEnd() && !readOne(cursor, values)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Parameters(values));
    }

    private static boolean readOne(Cursor cursor, SequencedMap<String, String> values) {
        int start = cursor.position();
        while (Ascii.isLetterOrDigit(cursor.peek()) || (cursor.position() > start && cursor.peek() == '-')) {
            cursor.advance();
        }
        String keyword = Ascii.upper(cursor.since(start));
        if (keyword.isEmpty()) {
            return cursor.fail(Violation.PARAMETER);
        }
        String value = "";
        if (cursor.take('=')) {
            value = readValue(cursor);
            if (value.isEmpty()) {
                return cursor.fail(Violation.PARAMETER);
            }
        }
        if (values.size() == MAX_PARAMETERS) {
            return cursor.fail(Violation.TOO_MANY_PARAMETERS);
        }
        return values.put(keyword, value) == null || cursor.fail(Violation.DUPLICATE_PARAMETER);
    }

    /** Reads printable characters but space and {@code =}, and what is beyond ASCII where addresses are (RFC 6531, 3.3). */
    private static String readValue(Cursor cursor) {
        int start = cursor.position();
        while ((cursor.peek() > ' ' && cursor.peek() < 127 && cursor.peek() != '=') || cursor.isInternational()) {
            cursor.advance();
        }
        return cursor.since(start);
    }
}

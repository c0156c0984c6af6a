package org.postern.smtp.wire;

import org.postern.mail.Domain;

import java.util.Set;

/** Domains and address literals (RFC 5321, 4.1.2 and 4.1.3). */
public final class DomainParser {
    private static final int MAX_LABEL = 63;

    private DomainParser() {}

    /** {@return the domain or address literal that the whole text is} */
    public static Parsed<Domain> parse(String text) {
        return parse(text, Set.of());
    }

    /** {@return the domain or address literal that the whole text is, beyond ASCII too (RFC 6531, 3.3)} */
    public static Parsed<Domain> parseInternational(String text) {
        return parse(new Cursor(text, Set.of(), true));
    }

    static Parsed<Domain> parse(String text, Set<Violation> tolerated) {
        return parse(new Cursor(text, tolerated));
    }

    private static Parsed<Domain> parse(Cursor cursor) {
        if (!read(cursor)) {
            return new Parsed.Invalid<>(cursor.violation());
        }
        return cursor.isAtEnd()
                ? new Parsed.Valid<>(new Domain(cursor.since(0)))
                : new Parsed.Invalid<>(Violation.DOMAIN);
    }

    /** Reads a domain or an address literal. */
    static boolean read(Cursor cursor) {
        int start = cursor.position();
        boolean read = cursor.peek() == '[' ? AddressLiteral.read(cursor) : readName(cursor);
        if (read && cursor.octetsSince(start) > Domain.MAX_OCTETS) {
            return cursor.fail(Violation.DOMAIN_TOO_LONG);
        }
        return read;
    }

    /** Reads labels with single dots between them. */
    static boolean readName(Cursor cursor) {
        do {
            if (!readLabel(cursor)) {
                return false;
            }
        } while (cursor.take('.'));
        return true;
    }

    private static boolean readLabel(Cursor cursor) {
        int start = cursor.position();
        boolean ascii = true;
        char last = '-';
        for (char c = cursor.peek(); isInLabel(cursor, c); c = cursor.peek()) {
            if (c == '_' && !cursor.tolerates(Violation.UNDERSCORE_IN_DOMAIN)) {
                return cursor.fail(Violation.UNDERSCORE_IN_DOMAIN);
            }
            if (c == '-' && cursor.position() == start) {
                return cursor.fail(Violation.DOMAIN);
            }
            ascii &= c < 128;
            last = c;
            cursor.advance(Character.isHighSurrogate(c) ? 2 : 1);
        }
        boolean legal = last != '-' && cursor.peek() <= 127 && (ascii
                ? cursor.position() - start <= MAX_LABEL
                : ULabel.isLabel(cursor.since(start)));
        return legal || cursor.failAtCharacter(Violation.DOMAIN);
    }

    private static boolean isInLabel(Cursor cursor, char c) {
        return Ascii.isLetterOrDigit(c) || c == '-' || c == '_' || cursor.isInternationalLetter();
    }
}

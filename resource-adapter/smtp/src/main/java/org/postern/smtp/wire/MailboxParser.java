package org.postern.smtp.wire;

import org.postern.mail.Domain;
import org.postern.mail.Mailbox;

import java.util.Optional;
import java.util.Set;

/** Mailboxes (RFC 5321, 4.1.2), local part quoted or not. */
public final class MailboxParser {
    private MailboxParser() {}

    /** {@return the mailbox that the whole text is, such as {@code "a b"@example.com}} */
    public static Parsed<Mailbox> parse(String text) {
        return parse(new Cursor(text, Set.of()));
    }

    /** {@return the mailbox that the whole text is, beyond ASCII too (RFC 6531, 3.3)} */
    public static Parsed<Mailbox> parseInternational(String text) {
        return parse(new Cursor(text, Set.of(), true));
    }

    private static Parsed<Mailbox> parse(Cursor cursor) {
        Optional<Mailbox> mailbox = read(cursor);
        if (mailbox.isPresent() && !cursor.isAtEnd()) {
            return new Parsed.Invalid<>(Violation.TRAILING_TEXT);
        }
        return mailbox.<Parsed<Mailbox>>map(Parsed.Valid::new)
                .orElseGet(() -> new Parsed.Invalid<>(cursor.violation()));
    }

    static Optional<Mailbox> read(Cursor cursor) {
        int start = cursor.position();
        if (!readLocalPart(cursor)) {
            return Optional.empty();
        }
        String localPart = cursor.since(start);
        if (!cursor.take('@')) {
            cursor.failAtCharacter(
                    cursor.isAtEnd() || cursor.peek() == '>' ? Violation.DOMAIN_MISSING : Violation.LOCAL_PART);
            return Optional.empty();
        }
        int domain = cursor.position();
        return DomainParser.read(cursor)
                ? Optional.of(new Mailbox(localPart, new Domain(cursor.since(domain))))
                : Optional.empty();
    }

    private static boolean readLocalPart(Cursor cursor) {
        int start = cursor.position();
        boolean read = cursor.peek() == '"' ? readQuotedString(cursor) : readDotString(cursor);
        if (read && cursor.octetsSince(start) > Mailbox.MAX_LOCAL_OCTETS) {
            return cursor.fail(Violation.LOCAL_PART_TOO_LONG);
        }
        return read;
    }

    private static boolean readDotString(Cursor cursor) {
        do {
            int start = cursor.position();
            while (Ascii.isAtext(cursor.peek()) || cursor.isInternational()) {
                cursor.advance();
            }
            if (cursor.position() == start) {
                return cursor.failAtCharacter(Violation.LOCAL_PART);
            }
        } while (cursor.take('.'));
        return true;
    }

    private static boolean readQuotedString(Cursor cursor) {
        cursor.advance();
        while (!cursor.take('"')) {
            boolean escaped = cursor.take('\\');
            if (!Ascii.isPrintable(cursor.peek()) && (escaped || !cursor.isInternational())) {
                return cursor.failAtCharacter(Violation.LOCAL_PART);
            }
            cursor.advance();
        }
        return true;
    }
}

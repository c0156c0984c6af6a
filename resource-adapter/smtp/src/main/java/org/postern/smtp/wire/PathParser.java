package org.postern.smtp.wire;

import org.postern.mail.Domain;
import org.postern.mail.ForwardPath;
import org.postern.mail.Mailbox;
import org.postern.mail.ReversePath;

import java.util.Optional;

/** Paths in angle brackets (RFC 5321, 4.1.2). A source route is read and dropped (RFC 5321, appendix C). */
final class PathParser {
    private static final int MAX_OCTETS = 256;
    private static final String POSTMASTER = "POSTMASTER";

    private PathParser() {}

    static Optional<ReversePath> readReversePath(Cursor cursor) {
        if (cursor.takeIgnoreCase("<>")) {
            return Optional.of(ReversePath.NULL);
        }
        return readPath(cursor).map(ReversePath::of);
    }

    /**
     * Reads where a message is to go. {@code <Postmaster>} alone is the postmaster of {@code home} (RFC 5321, 4.5.1).
     */
    static Optional<ForwardPath> readForwardPath(Cursor cursor, Optional<Domain> home) {
        if (cursor.takeIgnoreCase("<>")) {
            cursor.fail(Violation.NULL_PATH_NOT_ALLOWED);
            return Optional.empty();
        }
        int start = cursor.position();
        if (home.isPresent() && cursor.takeIgnoreCase("<" + POSTMASTER + ">")) {
            String written = cursor.since(start);
            return Optional.of(new ForwardPath(new Mailbox(written.substring(1, written.length() - 1), home.get())));
        }
        return readPath(cursor).map(ForwardPath::new);
    }

    private static Optional<Mailbox> readPath(Cursor cursor) {
        int start = cursor.position();
        if (!cursor.take('<')) {
            cursor.fail(Violation.ANGLE_BRACKETS_MISSING);
            return Optional.empty();
        }
        if (cursor.peek() == '@' && !readSourceRoute(cursor)) {
            cursor.fail(Violation.SOURCE_ROUTE);
            return Optional.empty();
        }
        Optional<Mailbox> mailbox = MailboxParser.read(cursor);
        if (mailbox.isEmpty() || !cursor.take('>')) {
            cursor.failAtCharacter(Violation.DOMAIN);
            return Optional.empty();
        }
        if (cursor.octetsSince(start) > MAX_OCTETS) {
            cursor.fail(Violation.PATH_TOO_LONG);
            return Optional.empty();
        }
        return mailbox;
    }

    private static boolean readSourceRoute(Cursor cursor) {
        do {
            if (!cursor.take('@') || !DomainParser.read(cursor)) {
                return false;
            }
        } while (cursor.take(','));
        return cursor.take(':');
    }
}

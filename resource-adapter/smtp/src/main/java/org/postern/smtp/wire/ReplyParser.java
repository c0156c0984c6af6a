package org.postern.smtp.wire;

import org.postern.smtp.EnhancedStatus;
import org.postern.smtp.Reply;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads another server's replies (RFC 5321, 4.2), however the octets are split. Bounded in octets and lines: a server that goes on for
 * ever is a {@link Violation}. After a violation the place in the stream is lost; the connection must be closed.
 *
 * <p>An enhanced status in front of the text (RFC 2034) is taken off if its class is that of the code. Where lines differ, the
 * first line's status stands for the reply.
 */
public final class ReplyParser {
    /** Four times what RFC 5321, 4.5.3.1.5 allows. */
    private static final int MAX_LINE = 2048;
    private static final int MAX_LINES = 128;

    private final byte[] line = new byte[MAX_LINE];
    private int length;
    private boolean afterCr;
    private int code;
    private Optional<EnhancedStatus> status = Optional.empty();
    private List<String> lines = new ArrayList<>();

    /** {@return the next reply, its last line consumed; empty when the input is consumed without one} */
    public Optional<Parsed<Reply>> next(ByteBuffer input) {
        while (input.hasRemaining()) {
            byte octet = input.get();
            if (octet == '\n' && afterCr) {
                afterCr = false;
                Optional<Parsed<Reply>> reply = endLine();
                length = 0;
                if (reply.isPresent()) {
                    return reply;
                }
                continue;
            }
            if (octet == '\n' || afterCr) {
                return violation(Violation.REPLY);
            }
            afterCr = octet == '\r';
            if (!afterCr && length == MAX_LINE) {
                return violation(Violation.REPLY_TOO_LONG);
            }
            if (!afterCr) {
                line[length++] = octet;
            }
        }
        return Optional.empty();
    }

    private static Optional<Parsed<Reply>> violation(Violation met) {
        return Optional.of(new Parsed.Invalid<>(met));
    }

    private Optional<Parsed<Reply>> endLine() {
        String text = new String(line, 0, length, StandardCharsets.UTF_8);
        int lineCode = codeOf(text);
        if (lineCode < 0 || (!lines.isEmpty() && lineCode != code)) {
            return violation(Violation.REPLY);
        }
        if (lines.size() == MAX_LINES) {
            return violation(Violation.REPLY_TOO_LONG);
        }
        code = lineCode;
        add(text.length() > 4 ? text.substring(4) : "");
        return text.length() > 3 && text.charAt(3) == '-'
                ? Optional.empty()
                : Optional.of(new Parsed.Valid<>(complete()));
    }

    /** {@return the code of a line such as {@code 250}, {@code 250 text} or {@code 250-text}, -1 if it has none} */
    private static int codeOf(String text) {
        boolean separated = text.length() == 3
                || (text.length() > 3 && (text.charAt(3) == ' ' || text.charAt(3) == '-'));
        if (!separated || text.charAt(0) < '2' || text.charAt(0) > '5') {
            return -1;
        }
        return Ascii.isDigit(text.charAt(1)) && Ascii.isDigit(text.charAt(2)) ? Integer.parseInt(text, 0, 3, 10) : -1;
    }

    private void add(String text) {
        int space = text.indexOf(' ');
        String word = space < 0 ? text : text.substring(0, space);
        Optional<EnhancedStatus> found = EnhancedStatusParser.parse(word).filter(s -> s.statusClass() == code / 100);
        if (lines.isEmpty()) {
            status = found;
        }
        String rest = found.isEmpty() ? text : text.substring(Math.min(word.length() + 1, text.length()));
        lines.add(printable(rest));
    }

    private static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.chars().forEach(c -> printable.append(Ascii.isControl(c) ? ' ' : (char) c));
        return printable.toString();
    }

    private Reply complete() {
        Reply reply = new Reply(code, status, lines);
        lines = new ArrayList<>();
        status = Optional.empty();
        return reply;
    }
}

package org.postern.smtp.wire;

import java.util.Optional;

/**
 * The rules of text for content that comes in chunks (RFC 3030, 2), however it is split: lines end in CRLF, CR, LF and NUL stand
 * nowhere else, and no line is too long. After DATA, {@link DotDecoder} sees to the same.
 */
public final class TextCheck {
    private final CrlfCheck lines = new CrlfCheck();
    private final int maxLine;
    private Optional<Violation> tooLong = Optional.empty();
    private long line;
    private boolean inHeader = true;
    private long header;

    /** @param maxLine the most octets of a line, CRLF included */
    public TextCheck(int maxLine) {
        this.maxLine = maxLine;
    }

    /** Checks the next octets. */
    public void check(byte[] octets, int offset, int length) {
        int end = offset + length;
        int at = offset;
        while (at < end && violation().isEmpty()) {
            int next = lines.checkLine(octets, at, end);
            line += next - at;
            at = next;
            if (line > maxLine) {
                tooLong = Optional.of(Violation.TEXT_LINE_TOO_LONG);
            } else if (lines.isAtLineStart()) {
                endLine();
            }
        }
    }

    private void endLine() {
        if (inHeader) {
            header += line;
            inHeader = line > 2;
        }
        line = 0;
    }

    /** Nothing follows. */
    public void end() {
        lines.end();
    }

    /** {@return the first violation met} */
    public Optional<Violation> violation() {
        return lines.violation().or(() -> tooLong);
    }

    /** {@return octets up to and with the first empty line, or so far if none has come} */
    public long headerSize() {
        return inHeader ? header + line : header;
    }
}

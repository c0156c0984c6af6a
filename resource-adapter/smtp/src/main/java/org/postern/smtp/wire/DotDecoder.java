package org.postern.smtp.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Takes the content of one message out of what follows DATA: undoes dot-stuffing (RFC 5321, 4.5.2) and finds the end, however the
 * octets are split. Only CRLF ends a line, and only a dot alone on a line ends the content (RFC 5321, 4.1.1.4).
 *
 * <p>A bare CR, a bare LF, a NUL or a line over the limit is kept as a {@link Violation}. From then on nothing more is written;
 * the end is still found, so that what follows it can be told from the content.
 */
public final class DotDecoder {
    private enum State {
        LINE_START, IN_LINE, CR, DOT, DOT_CR, END
    }

    private final int maxLine;
    private State state = State.LINE_START;
    private Optional<Violation> violation = Optional.empty();
    /** Octets of the line being read that are decoded already. */
    private long line;
    private boolean inHeader = true;
    private long header;

    /** @param maxLine the most octets of a line, CRLF included */
    public DotDecoder(int maxLine) {
        this.maxLine = maxLine;
    }

    /**
     * Consumes the input up to the end of the content, or all of it if the end is not there, and writes the content in spans as long
     * as possible.
     *
     * @param input backed by an array
     * @throws IOException from the sink; where the input then stands is undefined
     */
    public void decode(ByteBuffer input, OctetSink sink) throws IOException {
        byte[] octets = input.array();
        int base = input.arrayOffset();
        int end = base + input.limit();
        int at = base + input.position();
        while (at < end && state != State.END) {
            at = switch (state) {
                case LINE_START, IN_LINE -> decodeLines(octets, at, end, sink);
                case CR -> afterCr(octets, at, sink);
                case DOT -> afterDot(octets[at], at);
                case DOT_CR -> afterDotCr(octets[at], at);
                case END -> at;
            };
        }
        input.position(at - base);
    }

    /** Goes on until a stuffed or final dot, or the input, ends the span. */
    private int decodeLines(byte[] octets, int from, int end, OctetSink sink) throws IOException {
        int lineStart = from;
        while (lineStart < end) {
            if (state == State.LINE_START && octets[lineStart] == '.') {
                write(octets, from, lineStart, sink);
                state = State.DOT;
                return lineStart + 1;
            }
            int special = LineEnds.next(octets, lineStart, end);
            line += special - lineStart;
            lineStart = take(octets, special, end);
        }
        write(octets, from, end, sink);
        return end;
    }

    /** Takes the CR, LF or NUL at {@code special}, and returns where the next scan starts. */
    private int take(byte[] octets, int special, int end) {
        state = State.IN_LINE;
        if (special == end) {
            checkLine();
            return end;
        }
        line++;
        if (octets[special] != '\r') {
            refuse(octets[special] == '\n' ? Violation.BARE_LF : Violation.NUL);
            return special + 1;
        }
        if (special + 1 == end) {
            state = State.CR;
            return end;
        }
        if (octets[special + 1] != '\n') {
            refuse(Violation.BARE_CR);
            return special + 1;
        }
        endLine();
        return special + 2;
    }

    /** What comes behind a CR that was the last octet of the input before. */
    private int afterCr(byte[] octets, int at, OctetSink sink) throws IOException {
        if (octets[at] != '\n') {
            refuse(Violation.BARE_CR);
            state = State.IN_LINE;
            return at;
        }
        endLine();
        write(octets, at, at + 1, sink);
        return at + 1;
    }

    private int afterDot(byte octet, int at) {
        if (octet == '\r') {
            state = State.DOT_CR;
            return at + 1;
        }
        state = State.IN_LINE;
        return at;
    }

    private int afterDotCr(byte octet, int at) {
        if (octet == '\n') {
            state = State.END;
            return at + 1;
        }
        refuse(Violation.BARE_CR);
        state = State.IN_LINE;
        return at;
    }

    private void endLine() {
        line++;
        checkLine();
        if (inHeader) {
            header += line;
            inHeader = line > 2;
        }
        line = 0;
        state = State.LINE_START;
    }

    private void checkLine() {
        if (line > maxLine) {
            refuse(Violation.TEXT_LINE_TOO_LONG);
        }
    }

    private void refuse(Violation met) {
        if (violation.isEmpty()) {
            violation = Optional.of(met);
        }
    }

    private void write(byte[] octets, int from, int to, OctetSink sink) throws IOException {
        if (to > from && violation.isEmpty()) {
            sink.write(octets, from, to - from);
        }
    }

    /** {@return whether the end of the content was consumed} */
    public boolean isEnded() {
        return state == State.END;
    }

    /** {@return the first violation met} */
    public Optional<Violation> violation() {
        return violation;
    }

    /** {@return octets up to and with the first empty line, or so far if none has come} */
    public long headerSize() {
        return inHeader ? header + line : header;
    }
}

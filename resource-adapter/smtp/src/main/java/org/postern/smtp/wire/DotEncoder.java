package org.postern.smtp.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Makes content fit to follow DATA: stuffs dots (RFC 5321, 4.5.2) and puts the end behind it, however the octets are split. Changes
 * nothing else.
 *
 * <p>Content that holds a bare CR, a bare LF or a NUL cannot be sent without danger that the next server sees another end than
 * ours. Such an octet is a {@link Violation}; from there on nothing is written, not even the end: the connection must then be
 * closed. {@link CrlfCheck} tells beforehand.
 */
public final class DotEncoder {
    private static final byte[] DOT = {'.'};
    private static final byte[] END_OF_DATA = ".\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CRLF = "\r\n".getBytes(StandardCharsets.US_ASCII);

    private final OctetSink target;
    private final CrlfCheck check = new CrlfCheck();

    /** @param target gets what is to be sent */
    public DotEncoder(OctetSink target) {
        this.target = target;
    }

    /** Encodes the next octets of the content. */
    public void write(byte[] octets, int offset, int length) throws IOException {
        int end = offset + length;
        int span = offset;
        int at = offset;
        while (at < end && violation().isEmpty()) {
            if (check.isAtLineStart() && octets[at] == '.') {
                send(octets, span, at);
                target.write(DOT, 0, 1);
                span = at;
            }
            at = check.checkLine(octets, at, end);
        }
        if (violation().isEmpty()) {
            send(octets, span, end);
        }
    }

    /** Ends the content: a line without its end gets one, then comes the line of one dot. */
    public void end() throws IOException {
        check.end();
        if (violation().isPresent()) {
            return;
        }
        if (!check.isAtLineStart()) {
            target.write(CRLF, 0, CRLF.length);
        }
        target.write(END_OF_DATA, 0, END_OF_DATA.length);
    }

    private void send(byte[] octets, int from, int to) throws IOException {
        if (to > from) {
            target.write(octets, from, to - from);
        }
    }

    /** {@return the first violation met} */
    public Optional<Violation> violation() {
        return check.violation();
    }
}

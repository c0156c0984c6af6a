package org.postern.broker;

import org.postern.mail.Content;
import org.postern.smtp.wire.EightBit;

import java.io.IOException;
import java.io.InputStream;

/** The line ends of content that did not come by SMTP (RFC 5322, 2.3): CR and LF come together. */
final class LineEnds {
    /** Octets of a line, CRLF included, beyond which servers refuse it or break it (RFC 5321, 4.5.3.1.6). */
    private static final int MAX_LINE = 10_000;

    private static final int BLOCK = 1 << 14;
    private static final byte[] CRLF = {'\r', '\n'};

    private int previous = -1;
    private boolean eightBit;
    private long position;
    private long lineStart;

    private LineEnds() {}

    /**
     * Content whose lines end as they should.
     *
     * @param content CRLF behind the last line
     * @param eightBit whether an octet of it is beyond ASCII
     */
    record Checked(Content content, boolean eightBit) {}

    /**
     * {@return the content, CRLF behind the last line if it was missing there}
     *
     * @throws MalformedSubmissionException where it breaks the rules otherwise
     */
    static Checked checked(Content content) throws IOException, MalformedSubmissionException {
        try (InputStream octets = content.open()) {
            LineEnds seen = new LineEnds();
            byte[] block = new byte[BLOCK];
            for (int count = octets.read(block); count >= 0; count = octets.read(block)) {
                seen.take(block, count);
            }
            if (seen.previous == '\r') {
                throw new MalformedSubmissionException("CR without LF at the end");
            }
            return new Checked(seen.previous == '\n' ? content : Content.join(content, CRLF), seen.eightBit);
        }
    }

    private void take(byte[] octets, int count) throws MalformedSubmissionException {
        eightBit = eightBit || EightBit.isAmong(octets, 0, count);
        for (int i = 0; i < count; i++) {
            byte octet = octets[i];
            boolean paired = (previous == '\r') == (octet == '\n');
            if (!paired || octet == 0) {
                throw new MalformedSubmissionException(
                        (octet == 0 ? "NUL" : "CR or LF without the other") + " at octet " + position);
            }
            position++;
            if (octet == '\n') {
                lineStart = position;
            } else if (position - lineStart > MAX_LINE) {
                throw new MalformedSubmissionException("a line is longer than " + MAX_LINE + " octets");
            }
            previous = octet;
        }
    }
}

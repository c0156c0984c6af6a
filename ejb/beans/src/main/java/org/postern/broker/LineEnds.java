package org.postern.broker;

import org.postern.mail.Content;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The line ends of content that did not come by SMTP (RFC 5322, 2.3): CR and LF come together. */
final class LineEnds {
    /** Octets of a line, CRLF included, beyond which servers refuse it or break it (RFC 5321, 4.5.3.1.6). */
    private static final int MAX_LINE = 10_000;

    private static final byte[] CRLF = {'\r', '\n'};

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
        try (InputStream octets = new BufferedInputStream(content.open(), 1 << 14)) {
            int previous = -1;
            int union = 0;
            long position = 0;
            long lineStart = 0;
            for (int octet = octets.read(); octet >= 0; octet = octets.read()) {
                boolean paired = (previous == '\r') == (octet == '\n');
                if (!paired || octet == 0) {
                    throw new MalformedSubmissionException(
                            (octet == 0 ? "NUL" : "CR or LF without the other") + " at octet " + position);
                }
                position++;
                union |= octet;
                if (octet == '\n') {
                    lineStart = position;
                } else if (position - lineStart > MAX_LINE) {
                    throw new MalformedSubmissionException("a line is longer than " + MAX_LINE + " octets");
                }
                previous = octet;
            }
            if (previous == '\r') {
                throw new MalformedSubmissionException("CR without LF at the end");
            }
            return new Checked(previous == '\n' ? content : Content.join(content, CRLF), union > 0x7f);
        }
    }
}

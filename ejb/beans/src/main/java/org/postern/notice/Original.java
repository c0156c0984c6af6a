package org.postern.notice;

import org.postern.mail.Content;
import org.postern.mail.HeaderSection;
import org.postern.mail.Message;
import org.postern.smtp.wire.EightBit;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * What a report shows of the message it is about, octet for octet as it came: all of it, or its header section for the sender to
 * recognise it by.
 */
final class Original {
    /** The most that is shown of a header section. */
    static final int MAX_HEADER_OCTETS = 32 * 1024;

    private final HeaderSection header;
    private final byte[] headerOctets;
    private final Message message;

    private Original(Message message, HeaderSection header, byte[] headerOctets) {
        this.message = message;
        this.header = header;
        this.headerOctets = headerOctets;
    }

    /**
     * {@return what there is to show}
     *
     * @throws IOException when the content cannot be read
     */
    static Original of(Message message) throws IOException {
        return new Original(message, HeaderSection.of(message.content()), headerOctets(message.content()));
    }

    HeaderSection header() {
        return header;
    }

    /** {@return whole lines of the header section, no more than {@value #MAX_HEADER_OCTETS} octets} */
    byte[] headerOctets() {
        return headerOctets;
    }

    boolean isHeaderBeyondAscii() {
        return isBeyondAscii(headerOctets);
    }

    /** {@return whether it can be shown as a whole: not larger than this, and made of lines (RFC 2046, 5.2.1)} */
    boolean fits(int octets) {
        return message.content().size() <= octets
                && message.envelope().parameters().get("BODY").filter("BINARYMIME"::equalsIgnoreCase).isEmpty();
    }

    /**
     * {@return all of it}
     *
     * @throws IOException when the content cannot be read
     */
    byte[] octets() throws IOException {
        try (InputStream in = message.content().open()) {
            return in.readAllBytes();
        }
    }

    static boolean isBeyondAscii(byte[] octets) {
        return EightBit.isAmong(octets, 0, octets.length);
    }

    private static byte[] headerOctets(Content content) throws IOException {
        byte[] start;
        try (InputStream octets = content.open()) {
            start = octets.readNBytes(MAX_HEADER_OCTETS);
        }
        int end = 0;
        for (int line = endOfLine(start, 0); line > 0; line = endOfLine(start, end)) {
            if (line == end + 2) {
                break;
            }
            end = line;
        }
        return Arrays.copyOf(start, end);
    }

    /** {@return the index behind the next CRLF; 0 if there is none} */
    private static int endOfLine(byte[] octets, int from) {
        for (int i = from; i + 1 < octets.length; i++) {
            if (octets[i] == '\r' && octets[i + 1] == '\n') {
                return i + 2;
            }
        }
        return 0;
    }
}

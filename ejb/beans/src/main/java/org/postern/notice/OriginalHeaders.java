package org.postern.notice;

import org.postern.mail.Content;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The octets of a header section, for the sender to recognise the message by; no more than {@value #MAX_OCTETS} of them. */
final class OriginalHeaders {
    static final int MAX_OCTETS = 32 * 1024;

    private OriginalHeaders() {}

    static byte[] of(Content content) throws IOException {
        byte[] start;
        try (InputStream octets = content.open()) {
            start = octets.readNBytes(MAX_OCTETS);
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

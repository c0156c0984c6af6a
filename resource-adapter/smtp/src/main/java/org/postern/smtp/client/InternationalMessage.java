package org.postern.smtp.client;

import org.postern.mail.Content;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * Whether a message has anything beyond ASCII in a header field, its own or that of a part (RFC 6532, 3), so that only a server with
 * SMTPUTF8 may get it. What its body holds makes it 8-bit content and nothing else. Parts are found by their looks: a line that begins with
 * two hyphens may begin one, so that a body may be taken for a header, never the other way round.
 */
final class InternationalMessage {
    private static final int MOST_LOOKED_AT = 200;

    private final StringBuilder line = new StringBuilder();
    private boolean header = true;
    private boolean contentType;
    private boolean embedded;
    private boolean beyondAscii;

    private InternationalMessage() {}

    static boolean is(Content content) throws IOException {
        InternationalMessage reader = new InternationalMessage();
        try (InputStream octets = new BufferedInputStream(content.open(), 1 << 14)) {
            for (int octet = octets.read(); octet >= 0; octet = octets.read()) {
                if (octet == '\n') {
                    if (reader.endsBeyondAscii()) {
                        return true;
                    }
                } else {
                    reader.take(octet);
                }
            }
        }
        return reader.endsBeyondAscii();
    }

    private void take(int octet) {
        beyondAscii |= octet > 0x7f;
        if (line.length() < MOST_LOOKED_AT && octet != '\r') {
            line.append((char) octet);
        }
    }

    /** Ends the line; {@return whether it is one of a header section and beyond ASCII} */
    private boolean endsBeyondAscii() {
        String text = line.toString();
        boolean found = header && beyondAscii;
        if (header) {
            field(text.toLowerCase(Locale.ROOT));
        } else if (text.startsWith("--")) {
            header = true;
            embedded = false;
        }
        line.setLength(0);
        beyondAscii = false;
        return found;
    }

    /** A part that is a message begins with another header section. */
    private void field(String text) {
        if (text.isEmpty()) {
            header = embedded;
            embedded = false;
            contentType = false;
            return;
        }
        boolean folded = text.charAt(0) == ' ' || text.charAt(0) == '\t';
        contentType = folded ? contentType : text.startsWith("content-type:");
        embedded |= contentType && text.contains("message/");
    }
}

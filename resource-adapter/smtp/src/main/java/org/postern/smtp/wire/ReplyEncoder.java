package org.postern.smtp.wire;

import org.postern.smtp.Reply;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A reply as octets (RFC 5321, 4.2.1), the enhanced status in front of each line's text (RFC 2034, 4). A line over 512 octets is
 * broken into several, but for a challenge (RFC 4954, 4), which is one; what is not printable ASCII becomes {@code ?}.
 */
public final class ReplyEncoder {
    private static final int CHALLENGE = 334;

    private ReplyEncoder() {}

    /** {@return the reply's lines, each ended by CRLF} */
    public static byte[] encode(Reply reply) {
        StringBuilder encoded = new StringBuilder(80);
        String status = reply.status().map(s -> s + " ").orElse("");
        List<String> lines = reply.lines();
        for (int i = 0; i < lines.size(); i++) {
            encodeLine(encoded, reply.code(), status, lines.get(i), i == lines.size() - 1);
        }
        return encoded.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void encodeLine(StringBuilder encoded, int code, String status, String text, boolean last) {
        int most = code == CHALLENGE ? text.length() : Reply.MAX_TEXT;
        int from = 0;
        do {
            int to = Math.min(from + most, text.length());
            encoded.append(code).append(last && to == text.length() ? ' ' : '-').append(status);
            for (int i = from; i < to; i++) {
                char c = text.charAt(i);
                encoded.append(Ascii.isPrintable(c) ? c : '?');
            }
            encoded.append("\r\n");
            from = to;
        } while (from < text.length());
    }
}

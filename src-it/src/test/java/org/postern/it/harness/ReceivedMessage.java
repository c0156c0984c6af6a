package org.postern.it.harness;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A message as a {@link RecordingServer} got it.
 *
 * @param connection number of the connection it came on, counted from 1
 * @param mail the MAIL command, as it came
 * @param recipients the accepted RCPT commands, as they came
 * @param inTls whether it came inside TLS
 * @param text the octets, dot-stuffing undone, each octet a character (ISO 8859-1)
 */
public record ReceivedMessage(int connection, String mail, List<String> recipients, boolean inTls, String text) {
    /** {@return the octets, dot-stuffing undone} */
    public byte[] content() {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** {@return the content without its first header field: as it was before the gateway put its trace field on top} */
    public String belowTraceField() {
        return belowTraceField(text);
    }

    /** {@return {@code content} without its first header field, folded lines included} */
    public static String belowTraceField(String content) {
        int at = 0;
        do {
            at = content.indexOf('\n', at) + 1;
        } while (content.charAt(at) == ' ' || content.charAt(at) == '\t');
        return content.substring(at);
    }
}

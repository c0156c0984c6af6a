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
    private static final List<String> OURS = List.of("Authentication-Results: gateway.example;", "X-Spam-Flag: YES",
            "X-Spam-Score: ", "X-Spam-Status: Yes, score=");

    /** {@return the octets, dot-stuffing undone} */
    public byte[] content() {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** {@return the content as it was before the gateway put its trace field on top} */
    public String belowTraceField() {
        return belowTraceField(text);
    }

    /** {@return {@code content} without the gateway's fields: what it found about a stranger's mail, and its trace field below} */
    public static String belowTraceField(String content) {
        String rest = content;
        while (!rest.startsWith("Received:")) {
            rest = belowFirstField(rest);
        }
        rest = belowFirstField(rest);
        while (OURS.stream().anyMatch(rest::startsWith)) {
            rest = belowFirstField(rest);
        }
        return rest;
    }

    private static String belowFirstField(String content) {
        int at = 0;
        do {
            at = content.indexOf('\n', at) + 1;
        } while (content.charAt(at) == ' ' || content.charAt(at) == '\t');
        return content.substring(at);
    }

    /** {@return what is told of the authentication of the sender on top, unfolded; empty where nothing is} */
    public String authenticationResults() {
        String name = "Authentication-Results: ";
        if (!text.contains(name)) {
            return "";
        }
        String field = text.substring(text.indexOf(name));
        return field.substring(name.length(), field.length() - belowFirstField(field).length())
                .replaceAll("\r\n\\s*", " ")
                .strip();
    }
}

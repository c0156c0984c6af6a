package org.postern.it.conformance;

import java.nio.charset.StandardCharsets;

/** Octets as tests write them: each character is one. */
final class Octets {
    private Octets() {}

    static byte[] text(String characters) {
        return characters.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String text(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }

    /** {@return these lines, each ended by CRLF} */
    static byte[] lines(String... lines) {
        return text(String.join("\r\n", lines) + "\r\n");
    }

    /** {@return the octets of the text in UTF-8, each as a character} */
    static String utf8(String text) {
        return text(text.getBytes(StandardCharsets.UTF_8));
    }
}

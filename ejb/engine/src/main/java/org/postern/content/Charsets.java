package org.postern.content;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;

/** Charsets by the names that mail uses. */
final class Charsets {
    private Charsets() {}

    /** {@return the charset of this name, a language behind an asterisk left out (RFC 2231, 5); ISO 8859-1 for what is unknown, which fits any octets} */
    static Charset named(String name) {
        int asterisk = name.indexOf('*');
        return known(asterisk < 0 ? name : name.substring(0, asterisk)).orElse(StandardCharsets.ISO_8859_1);
    }

    private static Optional<Charset> known(String name) {
        if (name.isBlank() || name.length() > ContentLimits.TOKEN || name.equalsIgnoreCase("us-ascii")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Charset.forName(name.strip()));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return Optional.empty();
        }
    }
}

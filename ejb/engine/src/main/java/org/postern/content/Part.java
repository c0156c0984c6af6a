package org.postern.content;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One part of a message, as its sender calls it. Nothing of it is to be believed.
 *
 * @param depth how deep it lies; the message itself is at 0
 * @param type type and subtype, in lower case, {@code text/plain} where none or nonsense is named; at most 100 characters
 * @param charset the charset that is named, in lower case, at most 100 characters
 * @param encoding how its octets are encoded
 * @param fileName from Content-Disposition or, where that has none, from Content-Type; decoded (RFC 2231, 2047), otherwise as it was written,
 *        control characters and all; at most {@value ContentLimits#FILE_NAME} characters
 * @param disposition how it is to be shown
 * @param size octets after decoding; 0 for a part that others lie in
 */
public record Part(int depth, String type, Optional<String> charset, TransferEncoding encoding,
        Optional<String> fileName,
        Disposition disposition, long size) {

    /** {@return whether it is text to be read, and not a file that happens to be text} */
    public boolean isText() {
        return type.startsWith("text/") && disposition != Disposition.ATTACHMENT;
    }

    /** {@return whether it is HTML} */
    public boolean isHtml() {
        return type.equals("text/html") || type.equals("application/xhtml+xml");
    }

    /** {@return the characters of its decoded octets, by the charset that is named; octets that are none in it are U+FFFD} */
    public Reader reader(InputStream octets) {
        return new InputStreamReader(octets, charset.map(Charsets::named).orElse(StandardCharsets.UTF_8));
    }

    Part withSize(long octets) {
        return new Part(depth, type, charset, encoding, fileName, disposition, octets);
    }
}

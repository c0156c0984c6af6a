package org.postern.net.scan;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.postern.mail.HeaderField;
import org.postern.scan.Wish;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** Header fields as milters have them: name and value, each ended by a NUL, folded by LF alone. */
final class MilterFields {
    private MilterFields() {}

    /**
     * {@return a field as it is told}
     *
     * @param leadingSpace whether the space behind the colon is told, too
     */
    static byte[] told(HeaderField field, boolean leadingSpace) {
        byte[] octets = field.octets();
        int value = 0;
        while (octets[value] != ':') {
            value++;
        }
        value++;
        int end = octets.length;
        while (end > value && (octets[end - 1] == '\n' || octets[end - 1] == '\r')) {
            end--;
        }
        if (!leadingSpace && value < end && octets[value] == ' ') {
            value++;
        }
        ByteArrayOutputStream told = new ByteArrayOutputStream(octets.length + 2);
        told.writeBytes(field.name().getBytes(UTF_8));
        told.write(0);
        for (int i = value; i < end; i++) {
            if (octets[i] != '\r' || i + 1 == end || octets[i + 1] != '\n') {
                told.write(octets[i] == 0 ? ' ' : octets[i]);
            }
        }
        told.write(0);
        return told.toByteArray();
    }

    /** {@return the field that is to be added; empty where it would be none, or more than one} */
    static Optional<Wish.AddField> wished(byte[] data, int offset) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(data, offset, data.length - offset)).toString();
            String[] parts = text.split("\0", -1);
            if (parts.length != 3 || !parts[2].isEmpty()) {
                return Optional.empty();
            }
            String value = parts[1].replace("\r\n", "\n").stripTrailing().replace("\n", "\r\n");
            return Optional.of(new Wish.AddField(parts[0], value.startsWith(" ") ? value.substring(1) : value));
        } catch (CharacterCodingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

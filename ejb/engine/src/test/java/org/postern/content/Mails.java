package org.postern.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Messages for tests, written with LF and read with CRLF. */
public final class Mails {
    private Mails() {}

    public static byte[] octets(String mail) {
        return mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    public static ReadMessage read(String mail) {
        return read(octets(mail));
    }

    public static ReadMessage read(byte[] octets) {
        return read(octets, PartInspector.NONE);
    }

    public static ReadMessage read(byte[] octets, PartInspector inspector) {
        try {
            return MessageReader.read(new ByteArrayInputStream(octets), inspector);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

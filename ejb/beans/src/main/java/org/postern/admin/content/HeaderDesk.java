package org.postern.admin.content;

import jakarta.inject.Singleton;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;
import org.postern.content.MessageReader;
import org.postern.content.ReadMessage;
import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads a header section that somebody has pasted. Nothing of it is kept. */
@Desk
@Singleton
public class HeaderDesk {
    /** The most characters. */
    public static final int MOST = 200_000;
    private static final Sentence.Form TOO_LONG = Sentence.form("headerTooLong",
            "A header section has at most {0} characters here.");

    /**
     * {@return what it is made of, without a key and without parts}
     *
     * @throws IllegalArgumentException if it is longer than {@link #MOST}
     */
    @Looks(Role.AUDITOR)
    public ShownMail read(String header) {
        if (header.length() > MOST) {
            throw new RefusedException(TOO_LONG.with(MOST));
        }
        String lines = header.strip().replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n");
        byte[] octets = (lines + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
        try {
            ReadMessage read = MessageReader.read(new ByteArrayInputStream(octets));
            return new ShownMail("", read.fields(), List.of(), read.structure().exceeded(), octets.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

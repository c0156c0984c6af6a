package org.postern.admin.people;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.postern.config.DataFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The file {@code local-token} in the data folder, another one at each start: whoever can read it administrates from the command line of
 * this machine. Never logged.
 */
@Singleton
@Startup
@PermitAll
public class LocalToken {
    private static final int OCTETS = 32;

    @Inject
    private DataFolder folder;

    private String token = "";

    @PostConstruct
    void begin() {
        byte[] octets = new byte[OCTETS];
        new SecureRandom().nextBytes(octets);
        String text = HexFormat.of().formatHex(octets);
        try {
            Files.createDirectories(folder.root());
            Path draft = Files.createTempFile(folder.root(), "local-token", ".draft",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, text, StandardCharsets.US_ASCII);
            Files.move(draft, folder.root().resolve("local-token"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the token cannot be written to the data folder", e);
        }
        token = text;
    }

    /** {@return whether this is the token; takes as long whatever the text is} */
    public boolean matches(String text) {
        return MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
    }
}

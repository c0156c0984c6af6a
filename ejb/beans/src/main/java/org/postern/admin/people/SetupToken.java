package org.postern.admin.people;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.config.DataFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/** The file {@code setup-token} in the data folder: whoever can read it may make the first administrator. Never logged. */
@Singleton
public class SetupToken {
    private static final int OCTETS = 20;
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY = PosixFilePermissions
            .asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final DataFolder folder;

    @Inject
    SetupToken(DataFolder folder) {
        this.folder = folder;
    }

    /** Writes a token, unless there is one. */
    void begin() {
        if (Files.exists(file())) {
            return;
        }
        byte[] octets = new byte[OCTETS];
        new SecureRandom().nextBytes(octets);
        try {
            Files.createDirectories(folder.root());
            Path draft = Files.createTempFile(folder.root(), "setup-token", ".draft", OWNER_ONLY);
            Files.writeString(draft, HexFormat.of().formatHex(octets), StandardCharsets.US_ASCII);
            Files.move(draft, file(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the token cannot be written to the data folder", e);
        }
    }

    /** {@return whether this is the token; takes as long whatever the text is} */
    boolean matches(String text) {
        try {
            byte[] token = Files.readAllBytes(file());
            return token.length > 0 && MessageDigest.isEqual(token, text.strip().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            return false;
        }
    }

    /** The token is used up. */
    void end() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new UncheckedIOException("the used token cannot be deleted from the data folder", e);
        }
    }

    private Path file() {
        return folder.root().resolve("setup-token");
    }
}

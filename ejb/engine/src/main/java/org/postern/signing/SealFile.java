package org.postern.signing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The file with the seal of all private keys: one line of Base64, for its owner only. All nodes that share a database need the same. */
public final class SealFile {
    private static final String OWNER_ONLY = "rw-------";
    /** More than this is no seal. */
    private static final int LONGEST = 200;

    private final Path file;
    private final RandomGenerator random;

    /** @param random that nobody can foresee */
    public SealFile(Path file, RandomGenerator random) {
        this.file = file;
        this.random = random;
    }

    public Path path() {
        return file;
    }

    /**
     * {@return the seal; empty while there is no file}
     *
     * @throws IOException where it cannot be read, or is no seal
     */
    public Optional<KeySeal> seal() throws IOException {
        try {
            if (Files.size(file) > LONGEST) {
                throw new IOException(file + " is no seal of keys");
            }
            String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
            return Optional.of(new KeySeal(Base64.getDecoder().decode(text)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is no seal of keys", e);
        }
    }

    /** {@return the seal, made now if there is none; it is on the disk then} */
    public synchronized KeySeal sealOrNew() throws IOException {
        Optional<KeySeal> present = seal();
        if (present.isPresent()) {
            return present.get();
        }
        byte[] secret = new byte[KeySeal.SECRET_OCTETS];
        random.nextBytes(secret);
        Files.createDirectories(file.getParent());
        Path draft = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".draft",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
        try {
            Files.writeString(draft, Base64.getEncoder().encodeToString(secret) + "\n", StandardCharsets.US_ASCII,
                    StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
        return new KeySeal(secret);
    }
}

package org.postern.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The salts of users who do not exist: made of the name and of a secret, so that a name keeps its salt. The secret outlives the
 * process in a file, or else the salts that change at a restart were those of nobody.
 */
final class DecoySalts {
    private static final String FILE = "decoy-secret";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int OCTETS = 32;

    private final byte[] secret;

    private DecoySalts(byte[] secret) {
        this.secret = secret;
    }

    /** {@return salts of a secret that nothing keeps} */
    static DecoySalts ofThisProcess() {
        return new DecoySalts(random());
    }

    /**
     * {@return salts of the secret in this folder, where one is made if there is none}
     *
     * @throws IOException if it can be neither read nor written
     */
    static DecoySalts in(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, FILE, ".draft",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(draft, random());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        byte[] secret = Files.readAllBytes(file);
        if (secret.length < OCTETS) {
            throw new IOException(file + " is too short: delete it");
        }
        return new DecoySalts(secret);
    }

    /** {@return the salt of this name, in whatever case it is written, as the realm looks for users} */
    byte[] of(String name) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            byte[] salt = mac.doFinal(name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(salt, ScramVerifier.SALT_OCTETS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static byte[] random() {
        byte[] octets = new byte[OCTETS];
        new SecureRandom().nextBytes(octets);
        return octets;
    }
}

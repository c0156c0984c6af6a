package org.postern.admin.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** What a browser, a link or a program is known by: 256 bits by chance. The database keeps the hash alone, so that who reads it cannot come in. */
public final class Secret {
    private static final int OCTETS = 32;
    private static final int LONGEST = 100;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {}

    /** {@return a new one, in 43 characters that need no escape in an address} */
    public static String make() {
        byte[] octets = new byte[OCTETS];
        RANDOM.nextBytes(octets);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    /** {@return whether this is what can be known of a secret} */
    static boolean isHash(String text) {
        return text.matches("[0-9a-f]{64}");
    }

    /** {@return what is known of a secret, whatever a stranger wrote in its place: 64 hexadecimal digits} */
    public static String hash(String secret) {
        String bounded = secret.substring(0, Math.min(secret.length(), LONGEST));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bounded.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each JDK has it", e);
        }
    }
}

package org.postern.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** The secret in a link: 256 bits by chance. The database knows its hash alone, so that who reads the one cannot use the other. */
public final class LinkToken {
    private static final int OCTETS = 32;

    private LinkToken() {}

    /** {@return a new one, in 43 characters that need no escape in an address} */
    public static String make(RandomGenerator random) {
        byte[] octets = new byte[OCTETS];
        random.nextBytes(octets);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    /** {@return what is known of a token, whatever a stranger wrote in its place: 64 hexadecimal digits} */
    public static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each JDK has it", e);
        }
    }
}

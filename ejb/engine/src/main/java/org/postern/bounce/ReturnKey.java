package org.postern.bounce;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret by which return paths are signed.
 *
 * @param id the name under which a return path tells which one it was: {@value #ID_LENGTH} digits of {@link org.postern.mail.QueueId}
 * @param secret the secret, in Base64
 */
public record ReturnKey(String id, String secret) {
    /** The length of every name. */
    public static final int ID_LENGTH = 4;
    /** The digits of names and signatures. */
    static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String ALGORITHM = "HmacSHA256";

    /** {@return the first digits, five bits each and at most 32, of the HMAC-SHA-256 of a text} */
    String sign(String text, int length) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), ALGORITHM));
            byte[] octets = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            StringBuilder digits = new StringBuilder(length);
            for (int i = 0; i < length; i++) {
                digits.append(DIGITS.charAt(octets[i] & 31));
            }
            return digits.toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** {@return the name alone} */
    @Override
    public String toString() {
        return id;
    }
}

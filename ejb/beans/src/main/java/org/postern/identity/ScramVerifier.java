package org.postern.identity;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is kept of a password: SCRAM-SHA-256's salted password (RFC 5802, 3: PBKDF2 of the password), in the form in which the server's
 * realm reads it. PLAIN is judged by it as well, so there is no second, weaker trace of the password.
 *
 * @param key the salted password, base64
 * @param salt base64
 * @param iterations of PBKDF2
 */
public record ScramVerifier(String key, String salt, int iterations) {
    /** Tens of milliseconds of one core for each guess; and the most that Cyrus SASL computes, by which Postfix logs in. */
    static final int ITERATIONS = 65_536;
    static final int SALT_OCTETS = 16;
    private static final int KEY_BITS = 256;

    /** {@return the verifier of a password, with a salt of its own} */
    public static ScramVerifier of(String password, SecureRandom random) {
        byte[] salt = new byte[SALT_OCTETS];
        random.nextBytes(salt);
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, KEY_BITS);
        try {
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
            Base64.Encoder base64 = Base64.getEncoder();
            return new ScramVerifier(base64.encodeToString(key), base64.encodeToString(salt), ITERATIONS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has PBKDF2WithHmacSHA256", e);
        } finally {
            spec.clearPassword();
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return iterations + " iterations";
    }
}

package org.postern.admin.openid;

import org.postern.admin.people.Secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * One attempt to log in by the provider, known to the browser that has begun it alone, by one secret in a cookie. What goes to the provider is made of it
 * and tells nothing of it.
 *
 * @param secret 43 characters; of what a stranger has written in its place, whatever it is
 */
public record Attempt(String secret) {
    private static final int LONGEST = 100;

    public Attempt {
        secret = secret.substring(0, Math.min(secret.length(), LONGEST));
    }

    /** {@return a new one} */
    static Attempt begin() {
        return new Attempt(Secret.make());
    }

    /** {@return what comes back with the person (RFC 6749, 10.12)} */
    String state() {
        return hash("state ");
    }

    /** {@return what the token has to name (OpenID Connect Core, 3.1.2.1)} */
    String nonce() {
        return hash("nonce ");
    }

    /** {@return what shows the provider that the same gateway asks for the token (RFC 7636)} */
    String verifier() {
        return hash("verifier ");
    }

    /** {@return what it is told of that at first} */
    String challenge() {
        return digest(verifier());
    }

    /** {@return whether this is the state; takes as long whatever the text is} */
    boolean isOf(String text) {
        return MessageDigest.isEqual(state().getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
    }

    private String hash(String what) {
        return digest(what + secret);
    }

    private static String digest(String text) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each JDK has it", e);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "attempt " + state();
    }
}

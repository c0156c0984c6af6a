package org.postern.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Keeps private keys from those who can read the database alone: AES-256 with GCM (NIST SP 800-38D), bound to the name of each key. */
public final class KeySeal {
    /** Octets of the secret. */
    public static final int SECRET_OCTETS = 32;
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_OCTETS = 12;
    private static final int TAG_BITS = 128;
    private static final int NAME_OCTETS = 6;

    private final byte[] secret;

    /** @throws IllegalArgumentException where the secret is not of {@value #SECRET_OCTETS} octets */
    public KeySeal(byte[] secret) {
        if (secret.length != SECRET_OCTETS) {
            throw new IllegalArgumentException("a seal has " + SECRET_OCTETS + " octets");
        }
        this.secret = secret.clone();
    }

    /** {@return what tells this seal from another, and gives nothing away} */
    public String name() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("postern seal".getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest(secret), 0, NAME_OCTETS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * {@return these octets sealed}
     *
     * @param keyName of the key that they are of; with another one they cannot be opened
     */
    public SealedKey seal(byte[] octets, String keyName, RandomGenerator random) {
        byte[] nonce = new byte[NONCE_OCTETS];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, keyName).doFinal(octets);
            byte[] both = Arrays.copyOf(nonce, NONCE_OCTETS + sealed.length);
            System.arraycopy(sealed, 0, both, NONCE_OCTETS, sealed.length);
            return new SealedKey(name(), Base64.getEncoder().encodeToString(both));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + CIPHER, e);
        }
    }

    /**
     * {@return what was sealed}
     *
     * @throws GeneralSecurityException where it was sealed with another secret or name, or was changed since
     */
    public byte[] open(SealedKey sealed, String keyName) throws GeneralSecurityException {
        try {
            byte[] both = Base64.getDecoder().decode(sealed.text());
            if (both.length < NONCE_OCTETS) {
                throw new GeneralSecurityException("too short");
            }
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(both, NONCE_OCTETS), keyName)
                    .doFinal(both, NONCE_OCTETS, both.length - NONCE_OCTETS);
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("not Base64", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String keyName) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(keyName.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}

package org.postern.auth.dkim;

import java.util.Arrays;
import java.util.Optional;

/** The algorithms that a signature may have (RFC 8301, 3.1; RFC 8463, 3). Both hash with SHA-256. */
public enum Algorithm {
    /** RSASSA-PKCS1-v1_5 over the octets. */
    RSA_SHA256("rsa-sha256", "rsa", "RSA", 2048),
    /** Ed25519 over the SHA-256 of the octets. */
    ED25519_SHA256("ed25519-sha256", "ed25519", "Ed25519", 255);

    private final String text;
    private final String keyType;
    private final String family;
    private final int newKeyBits;

    Algorithm(String text, String keyType, String family, int newKeyBits) {
        this.text = text;
        this.keyType = keyType;
        this.family = family;
        this.newKeyBits = newKeyBits;
    }

    /** {@return how it is written in {@code a=}} */
    public String text() {
        return text;
    }

    /** {@return how its keys are written in {@code k=}} */
    public String keyType() {
        return keyType;
    }

    /** {@return the JDK's name for its keys} */
    String family() {
        return family;
    }

    /** {@return the JDK's name for its signatures} */
    String signatureName() {
        return this == RSA_SHA256 ? "SHA256withRSA" : family;
    }

    /** {@return how large we make keys for it, in bits} */
    int newKeyBits() {
        return newKeyBits;
    }

    static Optional<Algorithm> named(String text) {
        return Arrays.stream(values()).filter(one -> one.text.equals(text)).findFirst();
    }

    static Optional<Algorithm> ofKeyType(String keyType) {
        return Arrays.stream(values()).filter(one -> one.keyType.equals(keyType)).findFirst();
    }
}

package org.postern.auth.dkim;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

/** Keys of this run, and what signs with them, with nothing of the product. */
final class Keys {
    static final Keys RSA_2048 = new Keys("RSA", 2048);
    static final Keys OTHER = new Keys("RSA", 2048);
    static final Keys RSA_1024 = new Keys("RSA", 1024);
    static final Keys RSA_512 = new Keys("RSA", 512);
    static final Keys ED25519 = new Keys("Ed25519", 255);

    private final KeyPair pair;

    private Keys(String family, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(family);
            if (family.equals("RSA")) {
                generator.initialize(bits);
            }
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return what stands in {@code p=}} */
    String published() {
        byte[] info = pair.getPublic().getEncoded();
        byte[] key = this == ED25519 ? Arrays.copyOfRange(info, info.length - 32, info.length) : info;
        return Base64.getEncoder().encodeToString(key);
    }

    /** {@return the RSAPublicKey of RFC 8017, which stands at the end of the SubjectPublicKeyInfo} */
    String publishedBare() {
        byte[] info = pair.getPublic().getEncoded();
        return Base64.getEncoder().encodeToString(Arrays.copyOfRange(info, info.length > 255 ? 24 : 22, info.length));
    }

    String sign(String text, String hash) {
        try {
            byte[] octets = Reference.octets(text);
            Signature signature = Signature.getInstance(this == ED25519 ? "Ed25519" : hash + "withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(this == ED25519 ? MessageDigest.getInstance("SHA-256").digest(octets) : octets);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(Reference.octets(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

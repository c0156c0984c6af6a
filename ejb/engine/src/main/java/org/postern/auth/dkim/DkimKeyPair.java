package org.postern.auth.dkim;

import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** A key that we sign with, and what is published of it. */
public record DkimKeyPair(Algorithm algorithm, PrivateKey privateKey, PublicKey publicKey) {

    /** {@return a new key: RSA of 2048 bits, which fits into one DNS answer everywhere, or Ed25519} */
    public static DkimKeyPair generate(Algorithm algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm.family());
            if (algorithm == Algorithm.RSA_SHA256) {
                generator.initialize(algorithm.newKeyBits());
            }
            KeyPair pair = generator.generateKeyPair();
            return new DkimKeyPair(algorithm, pair.getPrivate(), pair.getPublic());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    /**
     * {@return a key that was kept as octets}
     *
     * @param pkcs8 what {@link PrivateKey#getEncoded} gave
     * @param x509 what {@link PublicKey#getEncoded} gave
     * @throws InvalidKeySpecException when these are no keys of this algorithm
     */
    public static DkimKeyPair of(Algorithm algorithm, byte[] pkcs8, byte[] x509) throws InvalidKeySpecException {
        try {
            KeyFactory factory = KeyFactory.getInstance(algorithm.family());
            return new DkimKeyPair(algorithm, factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8)),
                    factory.generatePublic(new X509EncodedKeySpec(x509)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    /** {@return what the DNS has to say at {@code SELECTOR._domainkey.DOMAIN}} */
    public KeyText published() {
        String key = Base64.getEncoder().encodeToString(PublicKeys.published(algorithm, publicKey));
        return new KeyText("v=DKIM1; k=" + algorithm.keyType() + "; p=" + key);
    }
}

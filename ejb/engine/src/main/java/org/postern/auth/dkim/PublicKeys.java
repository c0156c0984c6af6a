package org.postern.auth.dkim;

import java.io.ByteArrayOutputStream;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Public keys as octets of a key record. */
final class PublicKeys {
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int ED25519_OCTETS = 32;
    private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
    private static final int ED25519_BITS = 255;

    private PublicKeys() {}

    /** {@return the key: 32 octets for Ed25519 (RFC 8463, 4.2); for RSA a SubjectPublicKeyInfo, as all publish it, or an RSAPublicKey, as RFC 6376, 3.6.1, has it} */
    static PublicKey read(Algorithm algorithm, byte[] octets) throws Unacceptable {
        try {
            KeyFactory factory = KeyFactory.getInstance(algorithm.family());
            if (algorithm == Algorithm.ED25519_SHA256) {
                return ed25519(factory, octets);
            }
            try {
                return factory.generatePublic(new X509EncodedKeySpec(octets));
            } catch (InvalidKeySpecException e) {
                return factory.generatePublic(new X509EncodedKeySpec(rsaInfo(octets)));
            }
        } catch (InvalidKeySpecException e) {
            throw Unacceptable.broken("p= has no " + algorithm.keyType() + " key");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    private static PublicKey ed25519(KeyFactory factory, byte[] octets) throws Unacceptable, InvalidKeySpecException {
        if (octets.length != ED25519_OCTETS) {
            throw Unacceptable.broken("an Ed25519 key has " + ED25519_OCTETS + " octets");
        }
        byte[] info = Arrays.copyOf(ED25519, ED25519.length + ED25519_OCTETS);
        System.arraycopy(octets, 0, info, ED25519.length, ED25519_OCTETS);
        return factory.generatePublic(new X509EncodedKeySpec(info));
    }

    private static byte[] rsaInfo(byte[] rsaPublicKey) {
        ByteArrayOutputStream bits = new ByteArrayOutputStream();
        bits.writeBytes(RSA);
        tag(bits, 0x03, rsaPublicKey.length + 1);
        bits.write(0);
        bits.writeBytes(rsaPublicKey);
        ByteArrayOutputStream info = new ByteArrayOutputStream();
        tag(info, 0x30, bits.size());
        info.writeBytes(bits.toByteArray());
        return info.toByteArray();
    }

    /** Writes a DER tag and a length of three octets at most. */
    private static void tag(ByteArrayOutputStream out, int tag, int length) {
        out.write(tag);
        if (length > 0xff) {
            out.write(0x82);
            out.write(length >> 8);
        } else if (length > 0x7f) {
            out.write(0x81);
        }
        out.write(length & 0xff);
    }

    /** {@return the octets that a record publishes of this key} */
    static byte[] published(Algorithm algorithm, PublicKey key) {
        byte[] info = key.getEncoded();
        return algorithm == Algorithm.RSA_SHA256
                ? info
                : Arrays.copyOfRange(info, info.length - ED25519_OCTETS, info.length);
    }

    static int bits(PublicKey key) {
        return key instanceof RSAPublicKey rsa ? rsa.getModulus().bitLength() : ED25519_BITS;
    }
}

package org.postern.ra.tls;

import org.wildfly.security.asn1.ASN1;
import org.wildfly.security.asn1.DERDecoder;
import org.wildfly.security.asn1.DEREncoder;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Certificates and keys in textual encoding (RFC 7468): X.509 certificates, and a private key in PKCS#8, PKCS#1 (RSA) or SEC 1 (EC)
 * that is not encrypted.
 */
final class Pem {
    private static final String RSA = "1.2.840.113549.1.1.1";
    private static final String EC = "1.2.840.10045.2.1";
    private static final List<String> KEY_ALGORITHMS = List.of("RSA", "EC", "EdDSA", "RSASSA-PSS");

    private Pem() {}

    /** One part of a file: what it is called, and its octets in base64. */
    private record Block(String label, String base64) {
        byte[] octets() throws GeneralSecurityException {
            try {
                return Base64.getDecoder().decode(base64.getBytes(StandardCharsets.US_ASCII));
            } catch (IllegalArgumentException e) {
                throw new GeneralSecurityException("not base64", e);
            }
        }
    }

    /** {@return the certificates in their order} */
    static List<X509Certificate> certificates(String text) throws GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> certificates = new ArrayList<>();
        for (Block block : blocks(text)) {
            if (block.label().equals("CERTIFICATE")) {
                certificates.add(
                        (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block.octets())));
            }
        }
        return certificates;
    }

    /** {@return the first private key; empty if there is none} */
    static Optional<PrivateKey> key(String text) throws GeneralSecurityException {
        for (Block block : blocks(text)) {
            switch (block.label()) {
                case "PRIVATE KEY" -> {
                    return Optional.of(key(block.octets()));
                }
                case "RSA PRIVATE KEY" -> {
                    return Optional.of(key(wrapped(RSA, Optional.empty(), block.octets())));
                }
                case "EC PRIVATE KEY" -> {
                    return Optional.of(key(wrapped(EC, Optional.of(curve(block.octets())), block.octets())));
                }
                case "ENCRYPTED PRIVATE KEY" ->
                    throw new InvalidKeySpecException("the key is encrypted; give one without a password, or PKCS#12");
                default -> {
                    // certificates, parameters and the like
                }
            }
        }
        return Optional.empty();
    }

    private static PrivateKey key(byte[] pkcs8) throws GeneralSecurityException {
        for (String algorithm : KEY_ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (InvalidKeySpecException another) {
                // the next one, then
            }
        }
        throw new InvalidKeySpecException("the key is none of " + KEY_ALGORITHMS);
    }

    /** {@return PKCS#8 around a key of an older form (RFC 5958, 2)} */
    private static byte[] wrapped(String algorithm, Optional<String> curve, byte[] key) {
        DEREncoder der = new DEREncoder();
        der.startSequence();
        der.encodeInteger(0);
        der.startSequence();
        der.encodeObjectIdentifier(algorithm);
        curve.ifPresentOrElse(der::encodeObjectIdentifier, der::encodeNull);
        der.endSequence();
        der.encodeOctetString(key);
        der.endSequence();
        return der.getEncoded();
    }

    /** {@return the named curve of an EC key (RFC 5915, 3)} */
    private static String curve(byte[] sec1) throws InvalidKeySpecException {
        try {
            DERDecoder der = new DERDecoder(sec1);
            der.startSequence();
            der.decodeInteger();
            der.decodeOctetString();
            if (der.hasNextElement() && der.isNextType(ASN1.CONTEXT_SPECIFIC_MASK, 0, true)) {
                der.startExplicit(0);
                return der.decodeObjectIdentifier();
            }
        } catch (RuntimeException e) {
            throw new InvalidKeySpecException("the EC key is broken", e);
        }
        throw new InvalidKeySpecException("the EC key does not name its curve; give it as PKCS#8");
    }

    private static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        Optional<String> label = Optional.empty();
        StringBuilder body = new StringBuilder();
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.startsWith("-----BEGIN ") && line.endsWith("-----")) {
                label = Optional.of(line.substring(11, line.length() - 5));
                body.setLength(0);
            } else if (label.isPresent() && line.equals("-----END " + label.get() + "-----")) {
                blocks.add(new Block(label.get(), body.toString()));
                label = Optional.empty();
            } else if (label.isPresent()) {
                body.append(line);
            }
        }
        return blocks;
    }

    /** {@return one block, as a file has it} */
    static String text(String label, byte[] octets) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(octets)
                + "\n-----END " + label + "-----\n";
    }
}

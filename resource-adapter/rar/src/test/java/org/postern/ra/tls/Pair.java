package org.postern.ra.tls;

import org.wildfly.security.x500.cert.SelfSignedX509CertificateAndSigningKey;
import org.wildfly.security.x500.cert.X509CertificateBuilder;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;

import javax.security.auth.x500.X500Principal;

/** A certificate and its key, made for a test. */
public record Pair(X509Certificate certificate, PrivateKey key) {
    /** {@return one of these names, the first also its subject, that it has signed itself} */
    public static Pair selfSigned(String keyAlgorithm, int size, String... names) {
        SelfSignedX509CertificateAndSigningKey made = SelfSignedX509CertificateAndSigningKey.builder()
                .setDn(new X500Principal("CN=" + names[0].replace("*", "any")))
                .setKeyAlgorithmName(keyAlgorithm)
                .setKeySize(size)
                .setSignatureAlgorithmName("SHA256with" + (keyAlgorithm.equals("EC") ? "ECDSA" : "RSA"))
                .addExtension(false, "SubjectAlternativeName", "DNS:" + String.join(",DNS:", names))
                .addExtension(true, "BasicConstraints", "CA:true")
                .build();
        return new Pair(made.getSelfSignedCertificate(), made.getSigningKey());
    }

    public static Pair of(String... names) {
        return selfSigned("EC", 256, names);
    }

    /** {@return one that this one has signed} */
    public Pair issue(String name) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            KeyPair pair = generator.generateKeyPair();
            X509Certificate issued = new X509CertificateBuilder()
                    .setIssuerDn(certificate.getSubjectX500Principal())
                    .setSubjectDn(new X500Principal("CN=" + name))
                    .setPublicKey(pair.getPublic())
                    .setSigningKey(key)
                    .setSignatureAlgorithmName("SHA256withECDSA")
                    .setSerialNumber(BigInteger.TWO)
                    .build();
            return new Pair(issued, pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return both as a PEM file has them} */
    public String pem() {
        return certificatePem() + Pem.text("PRIVATE KEY", key.getEncoded());
    }

    public String certificatePem() {
        try {
            return Pem.text("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes both to a PEM file, and {@return the file} */
    public Path writeTo(Path file) {
        try {
            return Files.writeString(file, pem());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes both to a PKCS#12 file, and {@return the file} */
    public Path writeTo(Path file, String password) throws IOException, GeneralSecurityException {
        try (OutputStream out = Files.newOutputStream(file)) {
            keyStore(password).store(out, password.toCharArray());
        }
        return file;
    }

    public KeyStore keyStore(String password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", key, password.toCharArray(), new Certificate[]{certificate});
        return store;
    }
}

package org.postern.ra.tls;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where key material comes from. Without certificate and key store, a self-signed pair is used, and made if there is none.
 *
 * @param serverName the name a self-signed certificate is made for
 * @param certificate PEM file with the server's certificate and those that lead to its authority
 * @param key PEM file with the key; empty if the certificate's file has it
 * @param keystore PKCS#12 file, in place of the two
 * @param password of the key store
 * @param folder more certificates, for clients that ask for other names: PEM files with certificates and key, or
 *        {@code NAME.crt} beside {@code NAME.key}, or PKCS#12 files
 * @param clientAuthorities PEM file of the authorities whose client certificates are believed; empty to ask for none
 * @param home folder of the self-signed pair
 */
public record TlsSettings(String serverName, Optional<Path> certificate, Optional<Path> key, Optional<Path> keystore,
        String password, Optional<Path> folder, Optional<Path> clientAuthorities, Path home) {
    public TlsSettings {
        if (certificate.isPresent() && keystore.isPresent()) {
            throw new IllegalArgumentException("tlsCertificate and tlsKeystore are both set: give one of them");
        }
        if (key.isPresent() && certificate.isEmpty()) {
            throw new IllegalArgumentException("tlsKey is set without tlsCertificate");
        }
    }

    /** {@return settings of a server that has only what it makes itself} */
    public static TlsSettings selfSigned(String serverName, Path home) {
        return new TlsSettings(serverName, Optional.empty(), Optional.empty(), Optional.empty(), "", Optional.empty(),
                Optional.empty(), home);
    }

    /** {@return whether nobody has given a certificate} */
    public boolean isSelfSigned() {
        return certificate.isEmpty() && keystore.isEmpty();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "TlsSettings[" + serverName + ", " + certificate + ", " + key + ", " + keystore + ", " + folder + ", "
                + clientAuthorities + ", " + home + "]";
    }
}

package org.postern.receiver;

import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * What is known of the TLS a session runs in.
 *
 * @param protocol as Java names it, such as {@code TLSv1.3}
 * @param cipherSuite by its IANA name
 * @param serverName the name the client asked for (SNI, RFC 6066, 3)
 * @param clientCertificate what the client presented, if it leads to an authority that is trusted here
 */
public record TlsFacts(String protocol, String cipherSuite, Optional<String> serverName,
        Optional<X509Certificate> clientCertificate) {

    /** {@return the same, for somebody else than who presented the certificate} */
    TlsFacts withoutCertificate() {
        return new TlsFacts(protocol, cipherSuite, serverName, Optional.empty());
    }
}

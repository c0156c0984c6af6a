package org.postern.smtp.client;

/**
 * What protects a connection.
 *
 * @param protocol as the handshake named it, such as {@code TLSv1.3}
 * @param cipherSuite such as {@code TLS_AES_256_GCM_SHA384}
 * @param verified whether the server has proved to be the one that was meant; else only who listens is kept out
 */
public record TlsSession(String protocol, String cipherSuite, boolean verified) {
    /** {@return both names, and whether the certificate counted} */
    @Override
    public String toString() {
        return protocol + " " + cipherSuite + (verified ? ", verified" : ", not verified");
    }
}

package org.postern.ra.tls;

import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSessionContext;

/** What is spoken: TLS 1.3 and 1.2 (RFC 8996), authenticated encryption and forward secrecy only, the server's choice (RFC 9325). */
final class Protocol {
    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};
    private static final String[] CIPHER_SUITES = {"TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"};
    private static final int REMEMBERED_SESSIONS = 2_000;
    private static final int REMEMBERED_SECONDS = 3_600;

    private Protocol() {}

    static SSLParameters parameters(boolean askForCertificate) {
        SSLParameters parameters = new SSLParameters(CIPHER_SUITES, VERSIONS);
        parameters.setUseCipherSuitesOrder(true);
        parameters.setWantClientAuth(askForCertificate);
        return parameters;
    }

    /** Sessions that may be resumed are kept by the clients; what has to be kept here is little. */
    static void bound(SSLSessionContext sessions) {
        sessions.setSessionCacheSize(REMEMBERED_SESSIONS);
        sessions.setSessionTimeout(REMEMBERED_SECONDS);
    }
}

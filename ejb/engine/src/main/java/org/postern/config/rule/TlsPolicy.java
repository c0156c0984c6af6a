package org.postern.config.rule;

/** How much TLS mail to a server wants. */
public enum TlsPolicy {
    /** No TLS, even if it is offered. */
    NONE,
    /** TLS if it is offered, whatever the certificate; in the clear if it does not come about. */
    MAY,
    /** Always TLS, whatever the certificate. */
    ENCRYPT,
    /** Always TLS, with a certificate that proves the server's name. */
    VERIFY
}

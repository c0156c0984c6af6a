package org.postern.dns;

/**
 * The DNS, each answer with what DNSSEC says about it (RFC 4035, 4.3). Blocks until there is an answer, within the adapter's bounds;
 * never throws for what a server said or did not say.
 */
public interface SecureDns {
    /** {@return the hosts that take mail for a domain, without trailing dots; the null MX is none} */
    SecureAnswer<String> exchangers(String domain);

    /** {@return the name that a host's addresses stand at: its own, or the one that aliases lead to} */
    SecureAnswer<String> addressed(String host);

    /** {@return where a host's own alias leads, whether what lies there is signed or not; none if it is no alias} */
    SecureAnswer<String> alias(String host);

    /** {@return the TLSA records of {@code _port._tcp.host}} */
    SecureAnswer<TlsaRecord> tlsa(int port, String host);
}

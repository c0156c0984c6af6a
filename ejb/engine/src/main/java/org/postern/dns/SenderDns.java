package org.postern.dns;

/**
 * The DNS as a look at the sender asks it (RFC 7208, 4.6.4; RFC 6376, 3.6.2): each family of addresses is a question of its own, so that one which
 * is not answered is told from one that has no answer.
 */
public interface SenderDns extends MailDns, TextDns {
    /** {@return the IPv4 addresses of a host} */
    AddressAnswer ipv4(String host);

    /** {@return the IPv6 addresses of a host} */
    AddressAnswer ipv6(String host);
}

package org.postern.dns;

import org.postern.mail.Domain;

import java.net.InetAddress;

/**
 * The DNS as mail needs it. Blocks until there is an answer, within the adapter's time-outs; never throws for what a server said
 * or did not say. Aliases are followed.
 */
public interface MailDns {
    /** {@return the hosts that take mail for a domain, or what is known instead} */
    MxAnswer mx(Domain domain);

    /** {@return the IPv4 and IPv6 addresses of a host; one family is enough for an answer} */
    AddressAnswer addresses(String host);

    /** {@return the names that the reverse zone gives an address, not verified} */
    NameAnswer names(InetAddress address);
}

package org.postern.delivery.host;

import org.postern.mail.Domain;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Internet addresses, without look-up. */
final class IpAddresses {
    private static final String IPV6_TAG = "IPv6:";

    private IpAddresses() {}

    /** {@return the address in brackets (RFC 5321, 4.1.3)} */
    static Optional<InetAddress> ofDomainLiteral(Domain domain) {
        String text = domain.text();
        if (!text.startsWith("[") || !text.endsWith("]")) {
            return Optional.empty();
        }
        String inner = text.substring(1, text.length() - 1);
        boolean tagged = inner.regionMatches(true, 0, IPV6_TAG, 0, IPV6_TAG.length());
        return ofLiteral(tagged ? inner.substring(IPV6_TAG.length()) : inner);
    }

    /** {@return the address that the text is; empty if it is a name} */
    static Optional<InetAddress> ofLiteral(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException name) {
            return Optional.empty();
        }
    }

    /** {@return the addresses, IPv6 and IPv4 in turn, so that one broken family costs one try (RFC 8305, 4)} */
    static List<InetAddress> alternating(List<InetAddress> addresses) {
        Iterator<InetAddress> ipv4 = addresses.stream().filter(Inet4Address.class::isInstance).iterator();
        Iterator<InetAddress> ipv6 = addresses.stream().filter(a -> !(a instanceof Inet4Address)).iterator();
        List<InetAddress> order = new ArrayList<>(addresses.size());
        while (ipv4.hasNext() || ipv6.hasNext()) {
            if (ipv6.hasNext()) {
                order.add(ipv6.next());
            }
            if (ipv4.hasNext()) {
                order.add(ipv4.next());
            }
        }
        return order;
    }
}

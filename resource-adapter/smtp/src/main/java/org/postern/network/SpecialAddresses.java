package org.postern.network;

import java.net.InetAddress;

/**
 * Addresses that are no places of the Internet (RFC 6890 and the registries of IANA that it founded): loopback, link-local, private and shared networks, what is reserved or
 * for documentation, multicast; and those of IPv6 that stand for an IPv4 address (RFC 6052, 3056, 4380, 4291), whatever that is.
 */
public final class SpecialAddresses {
    private static final Networks ALL = Networks
            .parse("""
                    0.0.0.0/8, 10.0.0.0/8, 100.64.0.0/10, 127.0.0.0/8, 169.254.0.0/16, 172.16.0.0/12, 192.0.0.0/24, 192.0.2.0/24, 192.88.99.0/24,
                    192.168.0.0/16, 198.18.0.0/15, 198.51.100.0/24, 203.0.113.0/24, 224.0.0.0/4, 240.0.0.0/4,
                    ::/96, 64:ff9b::/96, 64:ff9b:1::/48, 100::/64, 2001::/23, 2001:db8::/32, 2002::/16, 3fff::/20, 5f00::/16, fc00::/7, fe80::/10,
                    fec0::/10, ff00::/8""");

    private SpecialAddresses() {}

    public static boolean has(InetAddress address) {
        return ALL.contains(address);
    }
}

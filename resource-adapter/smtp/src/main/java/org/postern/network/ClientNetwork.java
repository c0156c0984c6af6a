package org.postern.network;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Who is counted as one client: an IPv4 address, or a /64 network of IPv6, which is what one customer is given. */
public final class ClientNetwork {
    private static final int OF_IPV6 = 64;
    private static final int WIDE_OF_IPV6 = 48;
    private static final int WIDE_OF_IPV4 = 24;

    private ClientNetwork() {}

    /** {@return the name of the network this client belongs to} */
    public static String of(InetAddress client) {
        return client instanceof Inet6Address ? network(client, OF_IPV6) : client.getHostAddress();
    }

    /** {@return the name of the widest network of which one customer may have all: a /24 of IPv4, a /48 of IPv6} */
    public static String wide(InetAddress client) {
        return network(client, client instanceof Inet6Address ? WIDE_OF_IPV6 : WIDE_OF_IPV4);
    }

    private static String network(InetAddress client, int bits) {
        byte[] octets = client.getAddress();
        Arrays.fill(octets, bits / Byte.SIZE, octets.length, (byte) 0);
        try {
            return InetAddress.getByAddress(octets).getHostAddress() + "/" + bits;
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

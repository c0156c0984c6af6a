package org.postern.network;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Who is counted as one client: an IPv4 address, or a /64 network of IPv6, which is what one customer is given. */
public final class ClientNetwork {
    private static final int OCTETS = 8;

    private ClientNetwork() {}

    /** {@return the name of the network this client belongs to} */
    public static String of(InetAddress client) {
        if (!(client instanceof Inet6Address)) {
            return client.getHostAddress();
        }
        byte[] octets = client.getAddress();
        Arrays.fill(octets, OCTETS, octets.length, (byte) 0);
        try {
            return InetAddress.getByAddress(octets).getHostAddress() + "/64";
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

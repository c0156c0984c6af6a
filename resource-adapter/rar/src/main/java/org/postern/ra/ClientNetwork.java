package org.postern.ra;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/** Who is one client: an IPv4 address, or an IPv6 network of 64 bits, since one customer has that many addresses. */
final class ClientNetwork {
    private ClientNetwork() {}

    /** {@return the name of the network this address belongs to} */
    static String of(InetAddress client) {
        return client instanceof Inet6Address v6
                ? Long.toHexString(ByteBuffer.wrap(v6.getAddress()).getLong()) + "/64"
                : client.getHostAddress();
    }
}

package org.postern.delivery.host;

import java.net.InetAddress;

/**
 * A server that may take the mail.
 *
 * @param name as MX record or route name it
 * @param address one of its addresses
 * @param port where it listens
 */
public record NextServer(String name, InetAddress address, int port) {
    /** {@return whether it is the same server, under whatever name} */
    public boolean isSameAs(NextServer other) {
        return port == other.port && address.equals(other.address);
    }

    /** {@return {@code name [address]:port}} */
    @Override
    public String toString() {
        return name + " [" + address.getHostAddress() + "]:" + port;
    }
}

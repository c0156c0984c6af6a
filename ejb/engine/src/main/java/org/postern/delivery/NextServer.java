package org.postern.delivery;

import java.net.InetAddress;

/**
 * A server that may take the mail.
 *
 * @param name as MX record or route name it
 * @param address one of its addresses
 * @param port where it listens
 */
public record NextServer(String name, InetAddress address, int port) {
    /** {@return {@code name [address]:port}} */
    @Override
    public String toString() {
        return name + " [" + address.getHostAddress() + "]:" + port;
    }
}

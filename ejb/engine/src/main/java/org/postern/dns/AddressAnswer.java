package org.postern.dns;

import java.net.InetAddress;
import java.util.List;

/** What the DNS says about the addresses of a host. */
public sealed interface AddressAnswer permits AddressAnswer.Found, NoAnswer {
    /**
     * The host has addresses.
     *
     * @param addresses at least one, of either family
     */
    record Found(List<InetAddress> addresses) implements AddressAnswer {
        public Found {
            addresses = List.copyOf(addresses);
        }
    }
}

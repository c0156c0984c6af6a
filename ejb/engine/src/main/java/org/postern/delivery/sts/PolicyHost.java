package org.postern.delivery.sts;

import org.postern.delivery.host.NextServer;
import org.postern.delivery.host.Turns;
import org.postern.dns.AddressAnswer;
import org.postern.dns.MailDns;

import java.net.InetAddress;
import java.util.List;

/** The host that a domain publishes its policy at (RFC 8461, 3.3), as one more host that somebody may be slow at. */
record PolicyHost(String domain) {
    private static final int HTTPS = 443;
    /** Of more addresses than these nobody needs to know. */
    private static final int MOST = 10;

    /** {@return whether one may talk with it now} Where it has no address, nobody is talked with. */
    boolean hasTurn(MailDns dns, Turns turns) {
        String name = "mta-sts." + domain;
        if (!(dns.addresses(name) instanceof AddressAnswer.Found(List<InetAddress> addresses)) || addresses.isEmpty()) {
            return true;
        }
        return !turns.turnTo(addresses.stream()
                .limit(MOST)
                .map(address -> new NextServer(name, address, HTTPS))
                .toList()).isEmpty();
    }
}

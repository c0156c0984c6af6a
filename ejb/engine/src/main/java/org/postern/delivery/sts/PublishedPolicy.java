package org.postern.delivery.sts;

import org.postern.delivery.sts.StsPolicy.Mode;
import org.postern.mail.Domain;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * A policy that an operator wants published for domains of his own.
 *
 * @param domains whose mail it is about
 * @param hosts patterns of the hosts that take it, in lower case; empty: this gateway alone
 * @param maxAge for how long others may remember it
 */
public record PublishedPolicy(List<Domain> domains, Mode mode, List<String> hosts, Duration maxAge) {
    public PublishedPolicy {
        domains = List.copyOf(domains);
        hosts = List.copyOf(hosts);
    }

    /** {@return a pattern of hosts, {@code mx.example.org} or {@code *.example.org}, in lower case} */
    public static String host(String text) {
        String host = text.toLowerCase(Locale.ROOT);
        if (!PolicyFile.isHost(host)) {
            throw new IllegalArgumentException("a host, or *. and a domain; not " + text);
        }
        return host;
    }

    StsPolicy by(String gateway) {
        return new StsPolicy(mode, hosts.isEmpty() && mode != Mode.NONE ? List.of(gateway) : hosts, maxAge);
    }
}

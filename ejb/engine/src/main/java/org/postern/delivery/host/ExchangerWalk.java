package org.postern.delivery.host;

import org.postern.dns.AddressAnswer;
import org.postern.dns.MailDns;
import org.postern.dns.Temporary;
import org.postern.mail.Domain;
import org.postern.sentence.Sentence;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Looks up the hosts of one domain, those of one preference together, until there are enough addresses (RFC 5321, 5.1). Where one of
 * them is this gateway itself, it ends: hosts of that preference and of worse ones would send the mail back. Used once.
 */
final class ExchangerWalk {
    /** After so many hosts of which nobody tells the address now, no other is asked for: each takes as long as the DNS lets one wait. */
    private static final int MOST_UNKNOWN = 5;
    private static final Sentence.Form LEADS_BACK = Sentence.form("bestExchangerIsThisGateway",
            "the best mail exchanger of {0} is this gateway itself");
    private static final Sentence.Form NO_ADDRESS = Sentence.form("noMailServerHasAnAddress",
            "no mail server of {0} has an address");

    private final MailDns dns;
    private final HostFinder.Settings settings;
    private final List<NextServer> servers = new ArrayList<>();
    private Optional<Sentence> temporary = Optional.empty();
    private int asked;
    private int unknowns;
    private boolean met;

    ExchangerWalk(MailDns dns, HostFinder.Settings settings) {
        this.dns = dns;
        this.settings = settings;
    }

    /** @param levels host names, the best preference first; those of one preference in the order in which they are to be tried */
    TargetHosts over(Domain domain, Collection<List<String>> levels) {
        for (List<String> hosts : levels) {
            if (!met && !isEnough()) {
                take(hosts);
            }
        }
        if (!servers.isEmpty()) {
            return new TargetHosts.Found(servers.subList(0, Math.min(servers.size(), settings.maxServers())));
        }
        if (temporary.isPresent()) {
            return new TargetHosts.Unknown(Obstacle.of(451, "4.4.3", HostFinder.failed(domain, temporary.get())), true);
        }
        return new TargetHosts.Undeliverable(met
                ? Obstacle.of(550, "5.4.6", LEADS_BACK.with(domain.toString()))
                : Obstacle.of(550, "5.4.4", NO_ADDRESS.with(domain.toString())));
    }

    private boolean isEnough() {
        return servers.size() >= settings.maxServers() || !mayAsk();
    }

    private boolean mayAsk() {
        return asked < settings.maxHosts() && unknowns < MOST_UNKNOWN;
    }

    private void take(List<String> hosts) {
        List<NextServer> level = new ArrayList<>();
        Optional<Sentence> unknown = Optional.empty();
        met = hosts.stream().anyMatch(settings.own()::isNamed);
        for (String host : hosts) {
            if (!met && mayAsk()) {
                asked++;
                switch (dns.addresses(host)) {
                    case AddressAnswer.Found(List<InetAddress> addresses) -> add(level, host, addresses);
                    case Temporary(Sentence reason) -> {
                        unknowns++;
                        unknown = Optional.of(reason);
                    }
                    default -> {
                        // a host that is not there is none: the others count
                    }
                }
            }
        }
        if (!met) {
            servers.addAll(level);
            temporary = temporary.isPresent() ? temporary : unknown;
        }
    }

    private void add(List<NextServer> level, String host, List<InetAddress> addresses) {
        met = addresses.stream().anyMatch(settings.own()::isAt);
        for (NextServer server : HostFinder.servers(host, settings.port(), addresses)) {
            if (servers.stream().noneMatch(server::isSameAs) && level.stream().noneMatch(server::isSameAs)) {
                level.add(server);
            }
        }
    }
}

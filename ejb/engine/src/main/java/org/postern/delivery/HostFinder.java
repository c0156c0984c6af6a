package org.postern.delivery;

import org.postern.dns.AddressAnswer;
import org.postern.dns.MailDns;
import org.postern.dns.MailExchanger;
import org.postern.dns.MxAnswer;
import org.postern.dns.NoData;
import org.postern.dns.NoSuchDomain;
import org.postern.dns.Temporary;
import org.postern.mail.Domain;
import org.postern.routing.Destination;
import org.postern.smtp.Reply;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Locates the servers of a destination (RFC 5321, 5.1): by MX records in the order of their preference, equal ones shuffled; by
 * the domain's own addresses where there is no MX record; or by the name that a route gives. Hosts that come behind this
 * gateway itself in the order are left out, for they would send the mail back.
 */
public final class HostFinder {
    private final MailDns dns;
    private final RandomGenerator random;
    private final Settings settings;

    /**
     * How hosts are looked for.
     *
     * @param ownName the name of this gateway
     * @param port where servers found in the DNS listen
     * @param maxServers how many addresses are tried at most
     */
    public record Settings(String ownName, int port, int maxServers) {}

    public HostFinder(MailDns dns, RandomGenerator random, Settings settings) {
        this.dns = dns;
        this.random = random;
        this.settings = settings;
    }

    /**
     * {@return the servers of a destination outside}
     *
     * @throws IllegalArgumentException for an application's queue, which has no servers
     */
    public TargetHosts find(Destination destination) {
        return switch (destination) {
            case Destination.MailExchangers(Domain domain) when domain.isLiteral() -> literal(domain);
            case Destination.MailExchangers(Domain domain) -> exchangers(domain);
            case Destination.NextHost(String host, int port) -> named(host, port);
            case Destination.LmtpHost(String host, int port) -> named(host, port);
            case Destination.ApplicationQueue queue ->
                throw new IllegalArgumentException("not a destination outside: " + queue);
        };
    }

    private TargetHosts literal(Domain domain) {
        Optional<InetAddress> address = Addresses.ofDomainLiteral(domain);
        if (address.isEmpty()) {
            return new TargetHosts.Undeliverable(Reply.of(550, "5.1.2", domain + " is no address"));
        }
        return new TargetHosts.Found(List.of(new NextServer(domain.text(), address.get(), settings.port())));
    }

    private TargetHosts named(String host, int port) {
        Optional<InetAddress> literal = Addresses.ofLiteral(host);
        if (literal.isPresent()) {
            return new TargetHosts.Found(List.of(new NextServer(host, literal.get(), port)));
        }
        return switch (dns.addresses(host)) {
            case AddressAnswer.Found(List<InetAddress> addresses) -> found(servers(host, port, addresses));
            case Temporary(String reason) -> unknown(host, reason);
            // A route names it: that is a mistake of ours, and no reason to send the mail back.
            case NoSuchDomain none -> unknown(host, "no such host");
            case NoData none -> unknown(host, "the host has no address");
        };
    }

    private TargetHosts exchangers(Domain domain) {
        return switch (dns.mx(domain)) {
            case MxAnswer.Found(List<MailExchanger> all) -> resolve(domain, inOrder(all));
            case MxAnswer.NullMx none ->
                undeliverable(556, "5.1.10", "the domain " + domain + " states that it accepts no mail (null MX)");
            case NoSuchDomain none -> undeliverable(550, "5.1.2", "the domain " + domain + " does not exist");
            case NoData none -> resolve(domain, List.of(domain.key()));
            case Temporary(String reason) -> unknown(domain.text(), reason);
        };
    }

    private List<String> inOrder(List<MailExchanger> exchangers) {
        List<MailExchanger> order = new ArrayList<>(exchangers);
        Collections.shuffle(order, Random.from(random));
        order.sort(Comparator.comparingInt(MailExchanger::preference));
        int own = order.stream()
                .filter(exchanger -> exchanger.host().equalsIgnoreCase(settings.ownName()))
                .mapToInt(MailExchanger::preference)
                .min()
                .orElse(Integer.MAX_VALUE);
        return order.stream().filter(exchanger -> exchanger.preference() < own).map(MailExchanger::host).toList();
    }

    /** Looks up hosts until there are enough addresses; the remaining hosts are not asked for. */
    private TargetHosts resolve(Domain domain, List<String> hosts) {
        if (hosts.isEmpty()) {
            return undeliverable(550, "5.4.6", "the best mail exchanger of " + domain + " is this gateway itself");
        }
        List<NextServer> servers = new ArrayList<>();
        Optional<String> temporary = Optional.empty();
        int asked = 0;
        for (String host : hosts) {
            if (servers.size() >= settings.maxServers() || asked++ >= 2 * settings.maxServers()) {
                break;
            }
            AddressAnswer answer = dns.addresses(host);
            if (answer instanceof AddressAnswer.Found(List<InetAddress> addresses)) {
                servers.addAll(servers(host, settings.port(), addresses));
            } else if (answer instanceof Temporary(String reason)) {
                temporary = Optional.of(reason);
            }
        }
        if (!servers.isEmpty()) {
            return found(servers);
        }
        return temporary.map(reason -> unknown(domain.text(), reason))
                .orElseGet(() -> undeliverable(550, "5.4.4", "no mail server of " + domain + " has an address"));
    }

    private static List<NextServer> servers(String host, int port, List<InetAddress> addresses) {
        return Addresses.alternating(addresses).stream().map(address -> new NextServer(host, address, port)).toList();
    }

    private TargetHosts found(List<NextServer> servers) {
        return new TargetHosts.Found(servers.subList(0, Math.min(servers.size(), settings.maxServers())));
    }

    private static TargetHosts undeliverable(int code, String status, String text) {
        return new TargetHosts.Undeliverable(Reply.of(code, status, text));
    }

    private static TargetHosts unknown(String name, String reason) {
        return new TargetHosts.Unknown(Reply.of(451, "4.4.3", "looking up " + name + " failed: " + reason));
    }
}

package org.postern.delivery.host;

import org.postern.config.rule.SmartHosts;
import org.postern.dns.AddressAnswer;
import org.postern.dns.MailDns;
import org.postern.dns.MailExchanger;
import org.postern.dns.MxAnswer;
import org.postern.dns.NoData;
import org.postern.dns.NoSuchDomain;
import org.postern.dns.Temporary;
import org.postern.mail.Domain;
import org.postern.routing.Destination;
import org.postern.sentence.Sentence;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Locates the servers of a destination (RFC 5321, 5.1): by MX records in the order of their preference, equal ones shuffled; by
 * the domain's own addresses where there is no MX record; or by the names that a route gives. Hosts that come behind this
 * gateway itself in the order are left out, for they would send the mail back.
 */
public final class HostFinder {
    private static final Sentence.Form FAILED = Sentence.form("lookingUpXFailed", "looking up {0} failed: {1}");
    private static final Sentence.Form NO_ADDRESS = Sentence.form("xIsNoAddress", "{0} is no address");
    private static final Sentence.Form OWN_ADDRESS = Sentence.form("addressOfThisGateway",
            "{0} is the address of this gateway itself");
    private static final Sentence.Form NO_MAIL = Sentence.form("domainAcceptsNoMail",
            "the domain {0} states that it accepts no mail (null MX)");
    private static final Sentence.Form NO_DOMAIN = Sentence.form("domainDoesNotExist", "the domain {0} does not exist");
    private static final Sentence NO_HOST = Sentence.form("noSuchHost", "no such host").with();
    private static final Sentence HOST_WITHOUT = Sentence.form("theHostHasNoAddress", "the host has no address").with();
    private static final Sentence NONE_HAS = Sentence.form("noHostHasAnAddress", "no host has an address").with();
    private static final Sentence NO_CONNECTION = Sentence.form("noConnectionToItsAddress",
            "no connection can be made to its address").with();

    private final MailDns dns;
    private final RandomGenerator random;
    private final HostHealth health;
    private final Settings settings;

    /**
     * How hosts are looked for.
     *
     * @param own what is this gateway itself
     * @param port where servers found in the DNS listen
     * @param maxServers how many addresses are tried at most
     */
    public record Settings(OwnHosts own, int port, int maxServers) {
        /** {@return how many hosts are asked for at most: some of them may have no address} */
        int maxHosts() {
            return 2 * maxServers;
        }
    }

    /** @param health of the hosts among which there is a choice */
    public HostFinder(MailDns dns, RandomGenerator random, HostHealth health, Settings settings) {
        this.dns = dns;
        this.random = random;
        this.health = health;
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
            case Destination.Smart(SmartHosts hosts) -> smart(hosts);
            case Destination.Reports reports ->
                throw new IllegalArgumentException("not a destination outside: " + reports);
            case Destination.Sink sink ->
                throw new IllegalArgumentException("not a destination outside: " + sink);
            case Destination.ApplicationQueue queue ->
                throw new IllegalArgumentException("not a destination outside: " + queue);
            case Destination.ApplicationTopic topic ->
                throw new IllegalArgumentException("not a destination outside: " + topic);
        };
    }

    private TargetHosts literal(Domain domain) {
        Optional<InetAddress> address = IpAddresses.ofDomainLiteral(domain);
        if (address.isEmpty()) {
            return undeliverable(550, "5.1.2", NO_ADDRESS, domain);
        }
        if (settings.own().isAt(address.get())) {
            return undeliverable(550, "5.4.6", OWN_ADDRESS, domain);
        }
        return new TargetHosts.Found(List.of(new NextServer(domain.text(), address.get(), settings.port())));
    }

    private TargetHosts named(String host, int port) {
        Optional<InetAddress> literal = IpAddresses.ofLiteral(host);
        if (literal.isPresent()) {
            return new TargetHosts.Found(List.of(new NextServer(host, literal.get(), port)));
        }
        return switch (dns.addresses(host)) {
            case AddressAnswer.Found(List<InetAddress> addresses) -> found(host, servers(host, port, addresses));
            case Temporary(Sentence reason) -> unknown(host, reason);
            // A route names it: that is a mistake of ours, and no reason to send the mail back.
            case NoSuchDomain none -> unknown(host, NO_HOST);
            case NoData none -> unknown(host, HOST_WITHOUT);
        };
    }

    /** What is not known of one host is no matter while another one is known. */
    private TargetHosts smart(SmartHosts hosts) {
        List<NextServer> servers = new ArrayList<>();
        TargetHosts last = unknown(hosts.toString(), NONE_HAS);
        for (SmartHosts.Host host : new SmartHostOrder(health, random).of(hosts)) {
            if (servers.size() < settings.maxServers()) {
                last = named(host.name(), host.port());
                if (last instanceof TargetHosts.Found(List<NextServer> found)) {
                    servers.addAll(found);
                }
            }
        }
        return servers.isEmpty() ? last : found(hosts.toString(), servers);
    }

    private TargetHosts exchangers(Domain domain) {
        return switch (dns.mx(domain)) {
            case MxAnswer.Found(List<MailExchanger> all) ->
                illLast(new ExchangerWalk(dns, settings).over(domain, inOrder(all)));
            case MxAnswer.NullMx none ->
                undeliverable(556, "5.1.10", NO_MAIL, domain);
            case NoSuchDomain none -> undeliverable(550, "5.1.2", NO_DOMAIN, domain);
            case NoData none -> new ExchangerWalk(dns, settings).over(domain, List.of(List.of(domain.key())));
            case Temporary(Sentence reason) -> unknown(domain.text(), reason, false);
        };
    }

    /** What could not be reached a moment ago has been asked, and is not asked first again by every message (RFC 5321, 5.1). */
    private TargetHosts illLast(TargetHosts hosts) {
        return hosts instanceof TargetHosts.Found(List<NextServer> servers)
                ? new TargetHosts.Found(
                        health.illLast(servers, server -> HostHealth.key(server.name(), server.port())))
                : hosts;
    }

    /** {@return the hosts of each preference, the best first, equal ones shuffled} */
    private Collection<List<String>> inOrder(List<MailExchanger> exchangers) {
        List<MailExchanger> shuffled = new ArrayList<>(exchangers);
        Collections.shuffle(shuffled, Random.from(random));
        SortedMap<Integer, List<String>> levels = new TreeMap<>();
        for (MailExchanger exchanger : shuffled) {
            levels.computeIfAbsent(exchanger.preference(), p -> new ArrayList<>()).add(exchanger.host());
        }
        return levels.values();
    }

    /** {@return one server for each address to which a connection is possible at all} */
    static List<NextServer> servers(String host, int port, List<InetAddress> addresses) {
        return IpAddresses.alternating(addresses)
                .stream()
                .filter(address -> !address.isAnyLocalAddress() && !address.isMulticastAddress())
                .map(address -> new NextServer(host, address, port))
                .toList();
    }

    private TargetHosts found(String host, List<NextServer> servers) {
        return servers.isEmpty()
                ? unknown(host, NO_CONNECTION)
                : new TargetHosts.Found(servers.subList(0, Math.min(servers.size(), settings.maxServers())));
    }

    private static TargetHosts undeliverable(int code, String status, Sentence.Form why, Domain domain) {
        return new TargetHosts.Undeliverable(Obstacle.of(code, status, why.with(domain.toString())));
    }

    /** {@return that nobody knows the hosts of a domain now} */
    public static Sentence failed(Domain domain, Sentence reason) {
        return FAILED.with(domain.toString(), reason);
    }

    private static TargetHosts unknown(String host, Sentence reason) {
        return unknown(host, reason, true);
    }

    private static TargetHosts unknown(String name, Sentence reason, boolean ofHosts) {
        return new TargetHosts.Unknown(Obstacle.of(451, "4.4.3", FAILED.with(name, reason)), ofHosts);
    }
}

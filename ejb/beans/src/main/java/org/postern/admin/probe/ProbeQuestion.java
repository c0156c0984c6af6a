package org.postern.admin.probe;

import org.postern.config.rule.HostPort;
import org.postern.delivery.host.NextServer;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.network.SpecialAddresses;
import org.postern.routing.Destination;
import org.postern.routing.Way;
import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;
import org.postern.smtp.wire.DomainParser;
import org.postern.smtp.wire.MailboxParser;

import java.net.InetAddress;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.Optional;
import java.util.Set;

/**
 * Whom a person wants to have asked, and about which mailbox.
 *
 * @param leads whether a route of ours leads there, so that its hosts may be inside
 */
record ProbeQuestion(Mailbox recipient, Destination destination, boolean leads) {
    static final int SMTP = 25;
    private static final int LONGEST = 320;
    private static final Sentence.Form PORTS = Sentence.form("probePorts",
            "Hosts that no route names are asked on the ports {0} alone, not on {1}.");
    private static final Sentence.Form NEITHER = Sentence.form("neitherDomainNorAddress",
            "Neither a domain nor an address.");

    /**
     * {@return what somebody has written}
     *
     * @param recipient a domain, for its postmaster, or an address; empty for the postmaster of the host
     * @param host with or without a port; empty for where mail for the recipient goes
     * @param routes that count
     * @param way where mail goes that we send ourselves, or an exception where no server is asked
     * @param ports on which hosts may be asked that no route names
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static ProbeQuestion of(String recipient, String host, LeadingRoutes routes, Function<Mailbox, Way.To> way,
            Set<Integer> ports) {
        if (host.isBlank()) {
            Way.To to = way.apply(mailbox(recipient.strip()));
            return new ProbeQuestion(to.recipients().getFirst().mailbox(), to.destination(),
                    routes.leadTo(to.destination()));
        }
        HostPort named = HostPort.parse(host.strip(), SMTP);
        Mailbox mailbox = recipient.isBlank() ? Mailbox.postmaster(domain(named.host())) : mailbox(recipient.strip());
        Optional<Destination> routed = routes.to(named);
        if (routed.isEmpty() && !ports.contains(named.port())) {
            throw new RefusedException(PORTS.with(ports.stream()
                    .sorted()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ")), String.valueOf(named.port())));
        }
        return new ProbeQuestion(mailbox, routed.filter(to -> !(to instanceof Destination.Smart))
                .orElseGet(() -> new Destination.NextHost(named.host(), named.port())), routed.isPresent());
    }

    private static Mailbox mailbox(String text) {
        Optional<Mailbox> mailbox = text.length() > LONGEST
                ? Optional.empty()
                : text.indexOf('@') >= 0
                        ? MailboxParser.parseInternational(text).toOptional()
                        : DomainParser.parseInternational(text).toOptional().map(Mailbox::postmaster);
        return mailbox.orElseThrow(() -> new RefusedException(NEITHER.with()));
    }

    private static Domain domain(String host) {
        try {
            InetAddress address = InetAddress.ofLiteral(host);
            String text = address.getHostAddress();
            return new Domain(text.indexOf(':') >= 0 ? "[IPv6:" + text + "]" : "[" + text + "]");
        } catch (IllegalArgumentException isName) {
            return new Domain(host);
        }
    }

    /** {@return whether this server may be connected to} */
    boolean maySpeakTo(NextServer server) {
        return leads || !SpecialAddresses.has(server.address());
    }
}

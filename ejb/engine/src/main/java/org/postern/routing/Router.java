package org.postern.routing;

import org.postern.config.Route;
import org.postern.config.RouteTarget;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.ForwardPath;
import org.postern.mail.Mailbox;
import org.postern.mail.Recipient;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says where each recipient goes, and puts together those that go the same way. Who may send there is not asked here: that is
 * policy. A recipient no route is for goes to the hosts that its domain names.
 */
public final class Router {
    private static final String POSTMASTER = "postmaster";

    private final RouteTable routes;
    private final Domain home;
    private final Optional<Mailbox> postmaster;

    /**
     * @param home the gateway's own name, for which no route is needed
     * @param postmaster who reads mail for the postmaster of {@code home}, and of own domains without another route for it
     */
    public Router(RouteTable routes, Domain home, Optional<Mailbox> postmaster) {
        this.routes = routes;
        this.home = home;
        this.postmaster = postmaster;
    }

    /** {@return the ways of a message, in the order of its recipients} */
    public List<Way> ways(Envelope envelope) {
        if (envelope.recipients().size() == 1) {
            Recipient only = readdressed(envelope.recipients().getFirst());
            return List.of(way(destination(only.mailbox()), List.of(only)));
        }
        Map<Optional<Destination>, List<Recipient>> together = new LinkedHashMap<>();
        for (Recipient given : envelope.recipients()) {
            Recipient recipient = readdressed(given);
            together.computeIfAbsent(destination(recipient.mailbox()), d -> new ArrayList<>()).add(recipient);
        }
        List<Way> ways = new ArrayList<>(together.size());
        together.forEach((destination, some) -> ways.add(way(destination, some)));
        return ways;
    }

    private static Way way(Optional<Destination> destination, List<Recipient> recipients) {
        return destination.<Way>map(d -> new Way.To(d, recipients)).orElseGet(() -> new Way.Nowhere(recipients));
    }

    private Recipient readdressed(Recipient recipient) {
        Mailbox mailbox = recipient.mailbox();
        boolean forPostmaster = postmaster.isPresent() && mailbox.localPart().equalsIgnoreCase(POSTMASTER)
                && isForUs(mailbox.domain()) && routes.ofOwn(mailbox).isEmpty();
        return forPostmaster
                ? new Recipient(new ForwardPath(postmaster.get()), recipient.parameters())
                : recipient;
    }

    private Optional<Destination> destination(Mailbox recipient) {
        Domain domain = recipient.domain();
        if (isForUs(domain) && routes.ofOwn(recipient).isEmpty()) {
            return Optional.empty();
        }
        Optional<Route> route = routes.any(recipient);
        return route.isPresent()
                ? destination(route.get().to(), domain)
                : Optional.of(new Destination.MailExchangers(domain));
    }

    /** Mail for our own names would come back to us by MX. */
    private boolean isForUs(Domain domain) {
        return routes.isOwn(domain) || home.equals(domain);
    }

    private static Optional<Destination> destination(RouteTarget target, Domain domain) {
        return switch (target) {
            case RouteTarget.Host host -> Optional.of(new Destination.NextHost(host.host(), host.port()));
            case RouteTarget.Lmtp lmtp -> Optional.of(new Destination.LmtpHost(lmtp.host(), lmtp.port()));
            case RouteTarget.Queue queue -> Optional.of(new Destination.ApplicationQueue(queue.name()));
            case RouteTarget.MailExchangers mx -> Optional.of(new Destination.MailExchangers(domain));
            case RouteTarget.Refuse refuse -> Optional.empty();
        };
    }
}

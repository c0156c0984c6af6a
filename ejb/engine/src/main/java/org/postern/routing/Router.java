package org.postern.routing;

import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.ForwardPath;
import org.postern.mail.Mailbox;
import org.postern.mail.Recipient;
import org.postern.sentence.Sentence;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Says where each recipient goes, and puts together those that go the same way. Who may send there is not asked here: that is
 * policy. A recipient no route is for goes to the hosts that its domain names.
 */
public final class Router {
    private static final Sentence BY_DNS = Sentence.form("wayByDns", "no route: the hosts of its domain").with();
    private static final Sentence UNREAD = Sentence.form("wayUnread", "nobody reads the mail of the postmaster").with();
    private static final Sentence BACK = Sentence.form("wayBack", "the domain is our own, and no route leads on")
            .with();

    private final Supplier<Routing> routing;
    private final Domain home;
    private final Optional<Mailbox> postmaster;
    private final Optional<Forwarding> forwarding;

    /**
     * @param routing what is known at the moment of asking
     * @param home the gateway's own name, for which no route is needed
     * @param postmaster who reads mail for the postmaster of {@code home}, and of own domains without another route for it
     */
    public Router(Supplier<Routing> routing, Domain home, Optional<Mailbox> postmaster) {
        this(routing, home, postmaster, Optional.empty());
    }

    /** @param forwarding has paths for what is forwarded; empty, and that leaves with its own */
    public Router(Supplier<Routing> routing, Domain home, Optional<Mailbox> postmaster,
            Optional<Forwarding> forwarding) {
        this.routing = routing;
        this.home = home;
        this.postmaster = postmaster;
        this.forwarding = forwarding;
    }

    /** {@return the ways of a message, in the order of its recipients} */
    public Itinerary itinerary(Envelope envelope, Optional<String> listener) {
        return new Journey(this, routing.get(), envelope, listener).plan();
    }

    /**
     * {@return whether somebody among the recipients stands for so many, or in such a way, that this is better seen to when the client
     * has its reply}
     */
    public boolean isForLater(Envelope envelope, Optional<String> listener) {
        Routing known = routing.get();
        if (known.aliases().isEmpty()) {
            return false;
        }
        Passage passage = new Passage(envelope.reversePath(), listener);
        return envelope.recipients()
                .stream()
                .anyMatch(recipient -> known.alias(recipient.mailbox(), passage)
                        .filter(alias -> alias.isList()
                                || (alias.members().size() > 1 && HeirParameters.wantsSuccess(recipient)))
                        .isPresent());
    }

    /** {@return whether a route leads mail there} */
    public boolean leadsTo(Destination destination) {
        return routing.get().routes().leadsTo(destination);
    }

    /** {@return the recipient, or who reads its mail where it is one of our postmasters without another} */
    Recipient readdressed(Recipient recipient, Routing known, Passage passage) {
        Mailbox mailbox = recipient.mailbox();
        return postmaster.isPresent() && isPostmasterWithoutRoute(mailbox, known, passage)
                ? new Recipient(new ForwardPath(postmaster.get()), recipient.parameters())
                : recipient;
    }

    private boolean isPostmasterWithoutRoute(Mailbox mailbox, Routing known, Passage passage) {
        return mailbox.isPostmaster() && isForUs(mailbox.domain(), known, passage)
                && known.routes().ofOwn(mailbox, passage).isEmpty() && known.alias(mailbox, passage).isEmpty();
    }

    /** {@return whether it is a postmaster of ours whose mail nobody reads, because no setting, alias or route says who} */
    public boolean isUnread(Mailbox mailbox, Passage passage) {
        return postmaster.isEmpty() && isPostmasterWithoutRoute(mailbox, routing.get(), passage);
    }

    /** {@return whether nobody reads the mail of the gateway's own postmaster} */
    public boolean isUnread() {
        return isUnread(Mailbox.postmaster(home), Passage.UNKNOWN);
    }

    /** {@return the way of a recipient that stands for nobody else} */
    Turn turn(Mailbox recipient, Routing known, Passage passage) {
        Domain domain = recipient.domain();
        if (isForUs(domain, known, passage) && known.routes().ofOwn(recipient, passage).isEmpty()) {
            return postmaster.isEmpty() && recipient.isPostmaster()
                    ? Turn.off(Turn.Kind.UNREAD, UNREAD)
                    : Turn.off(Turn.Kind.NOWHERE, BACK);
        }
        return known.routes()
                .any(recipient, passage)
                .map(route -> turn(route, domain))
                .orElseGet(() -> Turn.on(new Destination.MailExchangers(domain), BY_DNS));
    }

    Optional<Forwarding> forwarding() {
        return forwarding;
    }

    /** Mail for our own names would come back to us by MX. */
    boolean isForUs(Domain domain, Routing known, Passage passage) {
        return known.isOwn(domain, passage.listener()) || home.equals(domain);
    }

    private static Turn turn(Route route, Domain domain) {
        return switch (route.to()) {
            case RouteTarget.To(Destination destination) -> Turn.on(destination, route.reason());
            case RouteTarget.MailExchangers mx -> Turn.on(new Destination.MailExchangers(domain), route.reason());
            case RouteTarget.Discard discard -> Turn.off(Turn.Kind.DISCARDED, route.reason());
            case RouteTarget.Refuse refuse -> Turn.off(Turn.Kind.REFUSED, route.reason());
        };
    }
}

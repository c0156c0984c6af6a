package org.postern.policy.check;

import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Recipient;
import org.postern.network.Networks;
import org.postern.policy.AtRcpt;
import org.postern.policy.PolicyReplies;
import org.postern.receiver.AtCommand;
import org.postern.receiver.SessionFacts;
import org.postern.routing.Passage;
import org.postern.routing.RouteTarget;
import org.postern.routing.Routing;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Takes mail for own domains from everyone, and for other domains from trusted clients and users who have logged in alone (RFC 5321,
 * 3.6.2 and 7.8). A local
 * part that hides another address is refused when a stranger writes it, whatever the domain: the next server might follow it.
 */
public final class RelayFilter implements AtRcpt {
    private static final AtCommand DENIED = new AtCommand.Reject(PolicyReplies.RELAYING_DENIED);

    private final Supplier<Routing> routing;
    private final Networks trusted;
    private final Predicate<Mailbox> ours;

    public RelayFilter(Supplier<Routing> routing, Networks trusted) {
        this(routing, trusted, mailbox -> false);
    }

    /** @param ours whether an address is one of those that the gateway makes for what comes back, which is taken from everyone */
    public RelayFilter(Supplier<Routing> routing, Networks trusted, Predicate<Mailbox> ours) {
        this.routing = routing;
        this.trusted = trusted;
        this.ours = ours;
    }

    @Override
    public AtCommand rcpt(SessionFacts session, Envelope accepted, Recipient recipient) {
        Mailbox mailbox = recipient.mailbox();
        Domain domain = mailbox.domain();
        boolean isTrusted = session.identity().isPresent() || trusted.contains(session.client().getAddress());
        if (ours.test(mailbox)) {
            return AtCommand.ACCEPT;
        }
        if (!isTrusted && HiddenAddress.isIn(mailbox.localPart())) {
            return DENIED;
        }
        if (isOurPostmaster(session, mailbox)) {
            return AtCommand.ACCEPT;
        }
        Routing known = routing.get();
        Optional<String> listener = Optional.of(session.listener());
        boolean mayPass = isTrusted || known.isOwn(domain, listener);
        return mayPass
                ? known.refusal(mailbox, new Passage(accepted.reversePath(), listener))
                        .map(RelayFilter::refused)
                        .orElse(AtCommand.ACCEPT)
                : DENIED;
    }

    private static AtCommand refused(RouteTarget.Refuse route) {
        return route.text().isEmpty() ? DENIED : new AtCommand.Reject(PolicyReplies.refusedByRoute(route.text()));
    }

    /** RFC 5321, 4.5.1. */
    private static boolean isOurPostmaster(SessionFacts session, Mailbox mailbox) {
        return mailbox.isPostmaster()
                && mailbox.domain().text().equalsIgnoreCase(session.greetingName());
    }
}

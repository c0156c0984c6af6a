package org.postern.policy;

import org.postern.config.Route;
import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Recipient;
import org.postern.routing.RouteTable;
import org.postern.smtp.server.AtCommand;
import org.postern.smtp.server.SessionFacts;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Refuses mailboxes of own domains that are known not to exist (RFC 5321, 3.3). The postmaster of each domain exists always
 * (RFC 5321, 4.5.1).
 */
public final class RecipientFilter implements AtRcpt {
    private static final AtCommand UNKNOWN = new AtCommand.Reject(PolicyReplies.NO_SUCH_MAILBOX);
    private static final String POSTMASTER = "postmaster";

    private final RouteTable routes;
    private final Predicate<Mailbox> returns;

    public RecipientFilter(RouteTable routes) {
        this(routes, mailbox -> false);
    }

    /** @param returns whether an address is for reports alone, of which another rule knows more */
    public RecipientFilter(RouteTable routes, Predicate<Mailbox> returns) {
        this.routes = routes;
        this.returns = returns;
    }

    @Override
    public AtCommand rcpt(SessionFacts session, Envelope accepted, Recipient recipient) {
        Mailbox mailbox = recipient.mailbox();
        boolean exists = returns.test(mailbox) || !routes.isOwn(mailbox.domain())
                || mailbox.localPart().equalsIgnoreCase(POSTMASTER)
                || isKnown(routes.ofOwn(mailbox), mailbox);
        return exists ? AtCommand.ACCEPT : UNKNOWN;
    }

    private static boolean isKnown(Optional<Route> route, Mailbox mailbox) {
        return route.isPresent() && route.get()
                .known()
                .map(known -> known.contains(mailbox.localPart().toLowerCase(Locale.ROOT)))
                .orElse(true);
    }
}

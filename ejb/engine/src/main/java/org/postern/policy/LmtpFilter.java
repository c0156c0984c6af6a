package org.postern.policy;

import org.postern.config.Networks;
import org.postern.config.Route;
import org.postern.config.RouteTarget;
import org.postern.mail.Envelope;
import org.postern.mail.Recipient;
import org.postern.routing.RouteTable;
import org.postern.smtp.server.AtCommand;
import org.postern.smtp.server.ProtocolRole;
import org.postern.smtp.server.SessionFacts;

import java.util.Optional;

/** LMTP is spoken within a site (RFC 2033, 3): with trusted clients alone, and about recipients that a route is for. */
public final class LmtpFilter implements AtConnect, AtRcpt {
    private static final AtCommand NOT_FOR_YOU = new AtCommand.Reject(PolicyReplies.NOT_FOR_YOU);
    private static final AtCommand NO_ROUTE = new AtCommand.Reject(PolicyReplies.NO_SUCH_MAILBOX);

    private final RouteTable routes;
    private final Networks trusted;

    public LmtpFilter(RouteTable routes, Networks trusted) {
        this.routes = routes;
        this.trusted = trusted;
    }

    @Override
    public AtCommand connect(SessionFacts session) {
        boolean stranger = !trusted.contains(session.client().getAddress());
        return session.role() == ProtocolRole.LMTP && stranger ? NOT_FOR_YOU : AtCommand.ACCEPT;
    }

    @Override
    public AtCommand rcpt(SessionFacts session, Envelope accepted, Recipient recipient) {
        return session.role() == ProtocolRole.LMTP && !leadsOn(routes.any(recipient.mailbox()))
                ? NO_ROUTE
                : AtCommand.ACCEPT;
    }

    private static boolean leadsOn(Optional<Route> route) {
        return route.filter(r -> !(r.to() instanceof RouteTarget.Refuse)).isPresent();
    }
}

package org.postern.policy.check;

import org.postern.mail.Envelope;
import org.postern.mail.Recipient;
import org.postern.network.Networks;
import org.postern.policy.AtConnect;
import org.postern.policy.AtRcpt;
import org.postern.policy.PolicyReplies;
import org.postern.receiver.AtCommand;
import org.postern.receiver.ProtocolRole;
import org.postern.receiver.SessionFacts;
import org.postern.routing.Passage;
import org.postern.routing.Routing;

import java.util.Optional;
import java.util.function.Supplier;

/** LMTP is spoken within a site (RFC 2033, 3): with trusted clients alone, and about recipients that a route is for. */
public final class LmtpFilter implements AtConnect, AtRcpt {
    private static final AtCommand NOT_FOR_YOU = new AtCommand.Reject(PolicyReplies.NOT_FOR_YOU);
    private static final AtCommand NO_ROUTE = new AtCommand.Reject(PolicyReplies.NO_SUCH_MAILBOX);

    private final Supplier<Routing> routing;
    private final Networks trusted;

    public LmtpFilter(Supplier<Routing> routing, Networks trusted) {
        this.routing = routing;
        this.trusted = trusted;
    }

    @Override
    public AtCommand connect(SessionFacts session) {
        boolean stranger = !trusted.contains(session.client().getAddress());
        return session.role() == ProtocolRole.LMTP && stranger ? NOT_FOR_YOU : AtCommand.ACCEPT;
    }

    @Override
    public AtCommand rcpt(SessionFacts session, Envelope accepted, Recipient recipient) {
        Passage passage = new Passage(accepted.reversePath(), Optional.of(session.listener()));
        return session.role() == ProtocolRole.LMTP && !routing.get().leadsOn(recipient.mailbox(), passage)
                ? NO_ROUTE
                : AtCommand.ACCEPT;
    }
}

package org.postern.policy.check;

import org.postern.mail.Envelope;
import org.postern.mail.Mailbox;
import org.postern.mail.Recipient;
import org.postern.policy.AtRcpt;
import org.postern.policy.PolicyReplies;
import org.postern.receiver.AtCommand;
import org.postern.receiver.SessionFacts;
import org.postern.routing.Passage;
import org.postern.routing.Routing;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Refuses mailboxes of own domains that are known not to exist (RFC 5321, 3.3). The postmaster of each domain exists always
 * (RFC 5321, 4.5.1).
 */
public final class RecipientFilter implements AtRcpt {
    private static final AtCommand UNKNOWN = new AtCommand.Reject(PolicyReplies.NO_SUCH_MAILBOX);

    private final Supplier<Routing> routing;
    private final Predicate<Mailbox> ours;

    public RecipientFilter(Supplier<Routing> routing) {
        this(routing, mailbox -> false);
    }

    /** @param ours whether an address is one of those that the gateway makes for what comes back, of which other rules know more */
    public RecipientFilter(Supplier<Routing> routing, Predicate<Mailbox> ours) {
        this.routing = routing;
        this.ours = ours;
    }

    @Override
    public AtCommand rcpt(SessionFacts session, Envelope accepted, Recipient recipient) {
        Mailbox mailbox = recipient.mailbox();
        Routing known = routing.get();
        boolean exists = ours.test(mailbox)
                || !known.isOwn(mailbox.domain(), Optional.of(session.listener()))
                || mailbox.isPostmaster()
                || known.exists(mailbox, new Passage(accepted.reversePath(), Optional.of(session.listener())));
        return exists ? AtCommand.ACCEPT : UNKNOWN;
    }
}

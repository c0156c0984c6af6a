package org.postern.trust;

import org.postern.mail.Mailbox;
import org.postern.mail.ReversePath;
import org.postern.receiver.AtCommand;
import org.postern.receiver.ProtocolRole;
import org.postern.receiver.Reason;
import org.postern.receiver.SessionFacts;
import org.postern.reputation.ListResult.Listing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What refuses strangers before their mail has come: entries of people, at once; lists in the DNS, if all of them together say so much. Who is only
 * listed may write to the postmaster, and ask why (RFC 5321, 4.5.1).
 */
public final class Admission {
    private final ListCheck lists;
    private final EntryCheck entries;
    private final Examination examination;
    private final Rules rules;

    /**
     * What an operator has set.
     *
     * @param refuseListed the sum of listings of a client from which it is refused; 0 for none
     * @param pause before servers are greeted
     * @param refuseEarly whether who does not wait for the greeting is refused
     */
    public record Rules(int refuseListed, Duration pause, boolean refuseEarly) {}

    public Admission(ListCheck lists, EntryCheck entries, Examination examination, Rules rules) {
        this.lists = lists;
        this.entries = entries;
        this.examination = examination;
        this.rules = rules;
    }

    /** Begins what can be begun when a stranger comes. */
    public void connected(SessionFacts session) {
        lists.begin(session);
    }

    /** {@return how long a stranger is watched before he is greeted} Users have people who wait, and are known once they log in. */
    public Duration pause(SessionFacts session) {
        return session.role() == ProtocolRole.MX ? rules.pause() : Duration.ZERO;
    }

    /** {@return whether a stranger may come in who has not waited for the greeting} */
    public AtCommand early(SessionFacts session) {
        return rules.refuseEarly() && session.role() == ProtocolRole.MX
                ? new AtCommand.Reject(TrustReplies.TOO_EARLY, Reason.setting(TrustSettings.REFUSE_EARLY.key())
                        .by("early-talker"))
                : AtCommand.ACCEPT;
    }

    /** {@return whether the sender may write at all; if so, what can be begun then is begun} */
    public AtCommand mail(SessionFacts session, ReversePath sender) {
        Optional<Reason> blocked = entries.blocked(session, sender);
        if (blocked.isEmpty()) {
            examination.begin(session, sender);
        }
        return verdict(blocked);
    }

    /**
     * {@return whether the sender may write to this recipient}
     *
     * @throws InterruptedException when interrupted while waiting for the DNS
     */
    public AtCommand rcpt(SessionFacts session, ReversePath sender, Mailbox recipient) throws InterruptedException {
        Optional<Reason> blocked = entries.blocked(session, sender, recipient);
        if (blocked.isPresent() || rules.refuseListed() == 0 || recipient.isPostmaster()) {
            return verdict(blocked);
        }
        List<Listing> listings = listings(session);
        boolean refused = listings.stream().mapToDouble(Listing::weight).sum() >= rules.refuseListed()
                && !entries.isAllowed(session, sender, recipient, examination.provedEarly(session, sender));
        return refused ? listed(listings) : AtCommand.ACCEPT;
    }

    private static AtCommand verdict(Optional<Reason> blocked) {
        return blocked.<AtCommand>map(reason -> new AtCommand.Reject(TrustReplies.BLOCKED, reason))
                .orElse(AtCommand.ACCEPT);
    }

    private List<Listing> listings(SessionFacts session) throws InterruptedException {
        return lists.ofClient(session).stream().filter(Listing.class::isInstance).map(Listing.class::cast).toList();
    }

    private static AtCommand listed(List<Listing> listings) {
        return new AtCommand.Reject(TrustReplies.CLIENT_LISTED, Reason.setting(TrustSettings.REFUSE_LISTED.key())
                .and(ListFindings.words(listings))
                .by("dns-list"));
    }
}

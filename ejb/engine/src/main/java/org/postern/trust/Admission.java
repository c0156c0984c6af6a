package org.postern.trust;

import org.postern.mail.Mailbox;
import org.postern.receiver.AtCommand;
import org.postern.receiver.Reason;
import org.postern.receiver.SessionFacts;
import org.postern.reputation.ListResult;
import org.postern.reputation.ListResult.Listing;

import java.util.List;

/** What refuses strangers before their mail has come. Whoever writes to the postmaster is let in, so that he can ask why (RFC 5321, 4.5.1). */
public final class Admission {
    private final ListCheck lists;
    private final int refuseListed;

    /** @param refuseListed the sum of listings of a client from which it is refused; 0 for none */
    public Admission(ListCheck lists, int refuseListed) {
        this.lists = lists;
        this.refuseListed = refuseListed;
    }

    /** Begins what can be begun when a stranger comes. */
    public void connected(SessionFacts session) {
        lists.begin(session);
    }

    /**
     * {@return whether the recipient may be written to}
     *
     * @throws InterruptedException when interrupted while waiting for the DNS
     */
    public AtCommand rcpt(SessionFacts session, Mailbox recipient) throws InterruptedException {
        return refuseListed == 0 || recipient.isPostmaster() ? AtCommand.ACCEPT : listed(lists.ofClient(session));
    }

    private AtCommand listed(List<ListResult> results) {
        List<Listing> listings = results.stream()
                .filter(Listing.class::isInstance)
                .map(Listing.class::cast)
                .toList();
        double sum = listings.stream().mapToDouble(Listing::weight).sum();
        return sum < refuseListed
                ? AtCommand.ACCEPT
                : new AtCommand.Reject(TrustReplies.CLIENT_LISTED, Reason.setting(TrustSettings.REFUSE_LISTED.key())
                        .and(ListFindings.words(listings))
                        .by("dns-list"));
    }
}

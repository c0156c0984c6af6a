package org.postern.pipeline;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.event.Sought;
import org.postern.policy.Confidence;
import org.postern.policy.PolicyReplies;
import org.postern.queue.ParkedFilter;
import org.postern.queue.ParkedMessage;
import org.postern.queue.ParkedQuery;
import org.postern.queue.ParkedSummary;
import org.postern.queue.WaitingMail;
import org.postern.receiver.SessionFacts;
import org.postern.smtp.Reply;
import org.postern.smtp.wire.DomainParser;

import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * ETRN (RFC 1985): the server of a domain is back, and wants what waits for it. Has mail that was deferred tried at once; what a person or
 * a sender holds stays.
 */
@Singleton
public class NodeRelease {
    private static final int MOST = 10_000;

    private final WaitingMail waiting;
    private final Confidence confidence;
    private final InstantSource clock;

    @Inject
    NodeRelease(WaitingMail waiting, Confidence confidence, InstantSource clock) {
        this.waiting = waiting;
        this.confidence = confidence;
        this.clock = clock;
    }

    /** {@return the reply; {@code @domain} means the domains below as well} */
    Reply release(SessionFacts session, String node) {
        if (!confidence.isIn(session)) {
            return PolicyReplies.MAY_NOT_RELEASE;
        }
        boolean below = node.startsWith("@");
        String domain = below ? node.substring(1) : node;
        if (DomainParser.parse(domain).toOptional().isEmpty()) {
            return PolicyReplies.NO_SUCH_NODE;
        }
        int released = release(domain.toLowerCase(Locale.ROOT), below,
                "ETRN of " + session.client().getAddress().getHostAddress());
        return released == 0 ? PolicyReplies.NOTHING_WAITS : PolicyReplies.released(released);
    }

    private int release(String domain, boolean below, String by) {
        List<String> keys = keys(domain, below);
        int released = 0;
        for (int from = 0; from < keys.size(); from += ParkedQuery.MAX_LIMIT) {
            List<String> some = keys.subList(from, Math.min(from + ParkedQuery.MAX_LIMIT, keys.size()));
            released += waiting.bringForward(some, clock.instant(), by);
        }
        return released;
    }

    /** All of them before the first is brought forward: what changes its place or leaves would have the pages skip others. */
    private List<String> keys(String domain, boolean below) {
        Set<String> keys = new LinkedHashSet<>();
        Sought sought = below ? new Sought.Anything() : new Sought.DomainName(domain);
        ParkedQuery query = ParkedQuery.first(ParkedQuery.MAX_LIMIT)
                .of(ParkedFilter.everything().by(sought).waitingFor(ParkedMessage.Reason.DEFERRED));
        List<ParkedSummary> page;
        int seen = 0;
        do {
            page = waiting.list(query);
            page.stream()
                    .filter(one -> isFor(one.firstRecipient(), domain, below))
                    .map(ParkedSummary::key)
                    .forEach(keys::add);
            seen += page.size();
            query = page.isEmpty() ? query : query.behind(page.getLast());
        } while (page.size() == ParkedQuery.MAX_LIMIT && seen < MOST);
        return List.copyOf(keys);
    }

    /** What waits together goes to one destination, but found it was by its sender too. */
    private static boolean isFor(String recipient, String domain, boolean below) {
        String of = recipient.substring(recipient.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return of.equals(domain) || (below && of.endsWith("." + domain));
    }
}

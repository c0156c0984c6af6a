package org.postern.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.postern.event.Page;
import org.postern.event.Sought;
import org.postern.policy.Confidence;
import org.postern.policy.PolicyReplies;
import org.postern.queue.ParkedMessage;
import org.postern.queue.ParkedQuery;
import org.postern.queue.ParkedSummary;
import org.postern.queue.WaitingMail;
import org.postern.smtp.Reply;
import org.postern.smtp.server.SessionFacts;
import org.postern.smtp.wire.DomainParser;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * ETRN (RFC 1985): the server of a domain is back, and wants what waits for it. Has mail that was deferred tried at once; what a person or
 * a sender holds stays.
 */
@ApplicationScoped
public class NodeRelease {
    private static final int MOST = 10_000;

    private final WaitingMail waiting;
    private final Confidence confidence;
    private final InstantSource clock;

    /** For the container, which makes proxies of it. */
    protected NodeRelease() {
        this(null, null, null);
    }

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
        int released = 0;
        int offset = 0;
        Page<ParkedSummary> page;
        Sought sought = below ? new Sought.Anything() : new Sought.DomainName(domain);
        do {
            page = waiting.find(new ParkedQuery(sought, Optional.of(ParkedMessage.Reason.DEFERRED), offset,
                    ParkedQuery.MAX_LIMIT));
            List<String> keys = page.items()
                    .stream()
                    .filter(one -> isFor(one.firstRecipient(), domain, below))
                    .map(ParkedSummary::key)
                    .toList();
            released += keys.isEmpty() ? 0 : waiting.bringForward(keys, clock.instant(), by);
            offset += ParkedQuery.MAX_LIMIT;
        } while (page.items().size() == ParkedQuery.MAX_LIMIT && offset < MOST);
        return released;
    }

    /** What waits together goes to one destination, but found it was by its sender too. */
    private static boolean isFor(String recipient, String domain, boolean below) {
        String of = recipient.substring(recipient.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return of.equals(domain) || (below && of.endsWith("." + domain));
    }
}

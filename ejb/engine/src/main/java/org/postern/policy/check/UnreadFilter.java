package org.postern.policy.check;

import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.mail.HeaderSection;
import org.postern.mail.Mailbox;
import org.postern.mail.Recipient;
import org.postern.policy.AtContent;
import org.postern.policy.AtRcpt;
import org.postern.policy.PolicyReplies;
import org.postern.receiver.AtCommand;
import org.postern.receiver.SessionFacts;
import org.postern.routing.Passage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.ToLongFunction;

/**
 * Bounds what waits for a postmaster whose mail nobody reads: it must be taken from everybody (RFC 5321, 4.5.1), and so would fill the
 * store. Safe for many threads.
 */
public final class UnreadFilter implements AtRcpt, AtContent {
    /** Messages that wait for one such postmaster. */
    public static final int MOST = 1000;
    /** Messages that wait for all such postmasters together. */
    private static final int MOST_TOGETHER = 5 * MOST;
    /** The largest of them, in octets. */
    public static final long LARGEST = 1 << 20;
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final AtCommand FULL = new AtCommand.Defer(PolicyReplies.MAILBOX_FULL);
    private static final AtCommand TOO_LARGE = new AtCommand.Reject(PolicyReplies.TOO_LARGE_FOR_MAILBOX);

    private final BiPredicate<Mailbox, Passage> isUnread;
    private final ToLongFunction<Mailbox> waiting;
    private final InstantSource clock;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    /** What waited when it was counted, and what has been taken since. */
    private record Count(long known, Instant until) {
        Count oneMore() {
            return new Count(known + 1, until);
        }
    }

    /**
     * @param isUnread whether nobody reads the mail of a mailbox; true for no more than the gateway's own domains
     * @param waiting how many messages wait for it, counted as far as {@link #MOST}
     */
    public UnreadFilter(BiPredicate<Mailbox, Passage> isUnread, ToLongFunction<Mailbox> waiting, InstantSource clock) {
        this.isUnread = isUnread;
        this.waiting = waiting;
        this.clock = clock;
    }

    @Override
    public AtCommand rcpt(SessionFacts session, Envelope accepted, Recipient recipient) {
        if (!isUnread(session, accepted, recipient)) {
            return AtCommand.ACCEPT;
        }
        if (SizeFilter.isMore(accepted.parameters(), LARGEST)) {
            return TOO_LARGE;
        }
        return count(recipient.mailbox()) >= MOST || together() >= MOST_TOGETHER ? FULL : AtCommand.ACCEPT;
    }

    /** What was not announced is refused where nobody else would miss it. */
    @Override
    public AtCommand content(SessionFacts session, Envelope envelope, Content content, HeaderSection header) {
        List<Recipient> unread = envelope.recipients()
                .stream()
                .filter(recipient -> isUnread(session, envelope, recipient))
                .toList();
        if (unread.isEmpty()) {
            return AtCommand.ACCEPT;
        }
        if (content.size() > LARGEST && unread.size() == envelope.recipients().size()) {
            return TOO_LARGE;
        }
        unread.forEach(recipient -> counts.computeIfPresent(recipient.mailbox().domain().key(),
                (domain, count) -> count.oneMore()));
        return AtCommand.ACCEPT;
    }

    private boolean isUnread(SessionFacts session, Envelope envelope, Recipient recipient) {
        return isUnread.test(recipient.mailbox(),
                new Passage(envelope.reversePath(), Optional.of(session.listener())));
    }

    private long count(Mailbox mailbox) {
        Instant now = clock.instant();
        return counts.compute(mailbox.domain().key(), (domain, count) -> count == null || !now.isBefore(count.until())
                ? new Count(waiting.applyAsLong(mailbox), now.plus(FRESH))
                : count).known();
    }

    private long together() {
        return counts.values().stream().mapToLong(Count::known).sum();
    }
}

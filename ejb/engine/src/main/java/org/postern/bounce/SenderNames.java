package org.postern.bounce;

import org.postern.mail.Mailbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Names of senders within return paths. The store is asked once an hour for each of them, and after a failure not for a while, so that
 * mail that leaves does not wait for it one after the other. Safe for many threads.
 */
final class SenderNames {
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration QUIET = Duration.ofSeconds(10);
    private static final int MOST_REMEMBERED = 10_000;

    private final ReturnSenders senders;
    private final InstantSource clock;
    private final Map<String, Instant> kept = new ConcurrentHashMap<>();
    private final ReentrantLock asking = new ReentrantLock();
    private Instant quietUntil = Instant.MIN;

    SenderNames(ReturnSenders senders, InstantSource clock) {
        this.senders = senders;
        this.clock = clock;
    }

    /** {@return the name under which the sender is kept; empty when the store does not take it now} */
    Optional<String> of(Mailbox sender, ReturnKey key) {
        String name = ReturnToken.senderName(key, sender);
        return isFresh(name) || keep(name, sender) ? Optional.of(name) : Optional.empty();
    }

    private boolean isFresh(String name) {
        Instant until = kept.get(name);
        return until != null && clock.instant().isBefore(until);
    }

    private boolean keep(String name, Mailbox sender) {
        asking.lock();
        try {
            return isFresh(name) || (!clock.instant().isBefore(quietUntil) && ask(name, sender));
        } finally {
            asking.unlock();
        }
    }

    private boolean ask(String name, Mailbox sender) {
        boolean isKept;
        try {
            isKept = kept(name, sender);
        } catch (RuntimeException outOfReach) {
            quietUntil = clock.instant().plus(QUIET);
            return false;
        }
        if (isKept) {
            remember(name);
        }
        return isKept;
    }

    /** Once more, since another node may have kept the same at the same moment. */
    private boolean kept(String name, Mailbox sender) {
        try {
            return senders.keep(name, sender);
        } catch (RuntimeException maybeOfAnother) {
            return senders.keep(name, sender);
        }
    }

    private void remember(String name) {
        if (kept.size() >= MOST_REMEMBERED) {
            kept.clear();
        }
        kept.put(name, clock.instant().plus(FRESH));
    }
}

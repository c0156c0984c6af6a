package org.postern.ra;

import org.postern.smtp.Replies;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The sessions of one listener that are going on. */
final class Sessions {
    private static final int MOST_LISTED = 1_000;
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final Set<SmtpConnection> going = ConcurrentHashMap.newKeySet();

    void add(SmtpConnection session) {
        going.add(session);
    }

    void remove(SmtpConnection session) {
        going.remove(session);
        synchronized (this) {
            notifyAll();
        }
    }

    int count() {
        return going.size();
    }

    /** {@return how many wait for their clients} */
    int idle() {
        return (int) going.stream().filter(SmtpConnection::isIdle).count();
    }

    /** {@return how they stand, the oldest first, a thousand at most} */
    List<SessionState> list() {
        return going.stream()
                .map(SmtpConnection::state)
                .sorted(Comparator.comparing(SessionState::reference))
                .limit(MOST_LISTED)
                .toList();
    }

    /** Asks all to end between two messages. */
    void retire() {
        going.forEach(SmtpConnection::retire);
    }

    /** Ends those whose clients are too slow. */
    void sweep() {
        going.forEach(SmtpConnection::sweep);
    }

    /**
     * Asks all to end between two messages, waits, then ends the rest. Returns when no session is left, or none but those whose
     * receiver does not return.
     *
     * @return how many did not end by themselves
     */
    int drain(Duration patience) {
        retire();
        if (emptyWithin(patience)) {
            return 0;
        }
        int late = going.size();
        going.forEach(session -> session.cut(Replies.SHUTTING_DOWN, "drainTimeout is " + patience.toSeconds() + " s"));
        if (!emptyWithin(LAST_WORDS)) {
            going.stream().filter(session -> !session.isWorking()).forEach(SmtpConnection::disconnect);
        }
        return late;
    }

    private synchronized boolean emptyWithin(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        long left = patience.toMillis();
        try {
            while (left > 0 && !going.isEmpty()) {
                wait(left);
                left = (end - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return going.isEmpty();
    }
}

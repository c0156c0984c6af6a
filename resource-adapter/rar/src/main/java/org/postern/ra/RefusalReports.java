package org.postern.ra;

import static org.postern.ra.PosternRaLog.LOG;

import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import org.postern.receiver.Refusal;
import org.postern.receiver.SessionFacts;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Tells the mail receiver of refusals, one after another, on a thread of its own: nobody who refuses waits for it. What is told and
 * what is only counted says {@link RefusalTally}. While there is no receiver refusals are kept, a thousand at most; those beyond are
 * counted. Safe for many threads.
 */
final class RefusalReports {
    static final int MOST_KEPT = 1_000;
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final LongSupplier ticks;
    private final ListenerCounts counts;
    private final RefusalTally tally = new RefusalTally();
    private final Deque<RefusalTally.Report> kept = new ArrayDeque<>();
    private Optional<MessageEndpointFactory> receivers = Optional.empty();
    private boolean working;

    RefusalReports(LongSupplier ticks, ListenerCounts counts) {
        this.ticks = ticks;
        this.counts = counts;
    }

    /** Tells of it soon, or counts it. Does not wait, and never throws because of a receiver. */
    synchronized void tell(SessionFacts session, Refusal refusal) {
        counts.refused(refusal);
        keepSummaries();
        RefusalTally.Report report = new RefusalTally.Report(session, refusal);
        if (tally.tells(report)) {
            keep(report);
        }
        work();
    }

    /** Tells what was counted when its time has come, and what a receiver that was away did not hear; to be called about once a second. */
    synchronized void sweep() {
        keepSummaries();
        work();
    }

    /** From now on refusals are told to this receiver. */
    synchronized void use(MessageEndpointFactory endpoints) {
        receivers = Optional.of(endpoints);
        work();
    }

    /** Tells what there is, for a second at most; then the receiver is not called any more, unless a call does not come back. */
    synchronized void rest() {
        long end = System.nanoTime() + LAST_WORDS.toNanos();
        long left = LAST_WORDS.toMillis();
        try {
            while (working && left > 0) {
                wait(left);
                left = (end - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        receivers = Optional.empty();
    }

    private void keepSummaries() {
        tally.summaries(ticks.getAsLong()).forEach(this::keep);
    }

    private void keep(RefusalTally.Report report) {
        if (kept.size() < MOST_KEPT) {
            kept.add(report);
        } else {
            tally.leave(report);
        }
    }

    private void work() {
        if (!working && !kept.isEmpty() && receivers.isPresent()) {
            working = true;
            MessageEndpointFactory endpoints = receivers.get();
            Thread.ofVirtual().name("smtp-refusals").start(() -> tellAll(endpoints));
        }
    }

    private void tellAll(MessageEndpointFactory endpoints) {
        boolean away = false;
        try (EndpointReceiver receiver = EndpointReceiver.of(endpoints, new Watch())) {
            Optional<RefusalTally.Report> next = next();
            while (next.isPresent()) {
                receiver.tell(next.get().session(), next.get().refusal());
                next = next();
            }
        } catch (UnavailableException | RuntimeException e) {
            LOG.debugf(e, "Refusals wait, the receiver is away");
            away = true;
        }
        done(away);
    }

    private synchronized Optional<RefusalTally.Report> next() {
        return receivers.isPresent() ? Optional.ofNullable(kept.poll()) : Optional.empty();
    }

    /** A receiver that is away is tried again at the next sweep. */
    private synchronized void done(boolean away) {
        working = false;
        notifyAll();
        if (!away) {
            work();
        }
    }

    private synchronized boolean isInUse() {
        return receivers.isPresent();
    }

    /** Looks on while the receiver is told. */
    private final class Watch implements EndpointReceiver.Watch {
        @Override
        public void queued() {
            // no message is handed over
        }

        @Override
        public void refused(SessionFacts session, Refusal refusal) {
            // nothing is asked, so nothing is refused
        }

        @Override
        public void failed(String step, SessionFacts session, RuntimeException cause) {
            counts.failure(step, session, cause);
        }

        @Override
        public boolean wanted() {
            return isInUse();
        }
    }
}

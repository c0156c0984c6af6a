package org.postern.scan;

import org.postern.sentence.Sentence;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * Leaves out for {@link #PAUSE} who has failed {@value #MOST_FAILURES} times in a row; then one message tries, and the others still do
 * without. Safe for many threads.
 */
final class Breaker {
    static final int MOST_FAILURES = 5;
    static final Duration PAUSE = Duration.ofSeconds(30);

    private static final Sentence NOTHING = Sentence.asItIs("");

    private final String scanner;
    private final LongSupplier nanos;
    private final ScannerWatch watch;
    private int failures;
    private Sentence reason = NOTHING;
    private boolean open;
    private boolean tried;
    private long end;

    /** @param nanos ticks of a clock that never goes back */
    Breaker(String scanner, LongSupplier nanos, ScannerWatch watch) {
        this.scanner = scanner;
        this.nanos = nanos;
        this.watch = watch;
    }

    /** {@return leave to ask; empty while it is left out} */
    synchronized Optional<Leave> leave() {
        if (!open) {
            return Optional.of(new Leave(false));
        }
        if (tried || nanos.getAsLong() - end < 0) {
            return Optional.empty();
        }
        tried = true;
        return Optional.of(new Leave(true));
    }

    synchronized ScannerState state() {
        if (!open) {
            return new ScannerState.InUse(failures, reason);
        }
        return tried
                ? new ScannerState.OnTrial(reason)
                : new ScannerState.LeftOut(Duration.ofNanos(Math.max(end - nanos.getAsLong(), 0)), reason);
    }

    private synchronized boolean succeed() {
        boolean back = open;
        open = false;
        tried = false;
        failures = 0;
        reason = NOTHING;
        return back;
    }

    /** Who began before it was left out, and fails after, says nothing new. */
    private synchronized boolean fail(boolean trial, Sentence why) {
        if (open && !trial) {
            return false;
        }
        reason = why;
        failures = Math.min(failures + 1, MOST_FAILURES);
        boolean out = !open && failures == MOST_FAILURES;
        open = open || out;
        tried = false;
        end = nanos.getAsLong() + PAUSE.toNanos();
        return out;
    }

    private synchronized void giveBack(boolean trial) {
        tried = tried && !trial;
    }

    /** Leave to ask once. What is said of its end counts the first time only. */
    final class Leave {
        private final boolean trial;
        private final AtomicBoolean ended = new AtomicBoolean();

        private Leave(boolean trial) {
            this.trial = trial;
        }

        /** It has answered. */
        void succeeded() {
            if (ended.compareAndSet(false, true) && succeed()) {
                watch.back(scanner);
            }
        }

        /** It has not answered as it should. */
        void failed(Sentence why) {
            if (ended.compareAndSet(false, true) && fail(trial, why)) {
                watch.leftOut(scanner, why.toString());
            }
        }

        /** It is not known what it would have answered. */
        void unused() {
            if (ended.compareAndSet(false, true)) {
                giveBack(trial);
            }
        }
    }
}

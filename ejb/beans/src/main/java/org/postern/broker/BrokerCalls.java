package org.postern.broker;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The calls to the broker that are under way. The client library waits for room as long as the broker says nothing; nobody who waits for
 * a reply shall wait that long, so what takes too long is interrupted and fails.
 */
@Singleton
public class BrokerCalls {
    /** How long any call may take. */
    static final Duration LIMIT = Duration.ofSeconds(10);
    /** The slowest disk content is given more time for, in octets a second. */
    private static final long SLOWEST = 1 << 20;

    private final InstantSource clock;
    private final Set<Call> calls = ConcurrentHashMap.newKeySet();

    @Inject
    BrokerCalls(InstantSource clock) {
        this.clock = clock;
    }

    /** Begins a call in this thread, which moves so many octets; to be ended by the same thread. */
    Call begin(long octets) {
        Call call = new Call(Thread.currentThread(), clock.instant().plus(LIMIT).plusSeconds(octets / SLOWEST));
        calls.add(call);
        return call;
    }

    void interruptOverdue() {
        Instant now = clock.instant();
        calls.forEach(call -> call.interruptAfterEnd(now));
    }

    /** One call. */
    final class Call {
        private final Thread thread;
        private final Instant latest;
        private boolean over;
        private boolean interrupted;

        private Call(Thread thread, Instant latest) {
            this.thread = thread;
            this.latest = latest;
        }

        private synchronized void interruptAfterEnd(Instant now) {
            if (!over && !interrupted && now.isAfter(latest)) {
                interrupted = true;
                thread.interrupt();
            }
        }

        /** Afterwards the thread is as if it had never been interrupted by this. May be called twice. */
        synchronized void end() {
            calls.remove(this);
            if (interrupted && !over) {
                Thread.interrupted();
            }
            over = true;
        }
    }
}

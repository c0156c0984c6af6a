package org.postern.ra;

import static org.postern.ra.PosternRaLog.LOG;

import org.postern.receiver.Refusal;
import org.postern.receiver.SessionFacts;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** Counts what happens at one listener since it was made, and logs the exceptional, seldom enough to be read. */
final class ListenerCounts {
    private final String listener;
    private final LongAdder sessions = new LongAdder();
    private final LongAdder messages = new LongAdder();
    private final LongAdder handshakesFailed = new LongAdder();
    private final RefusalCounts refused = new RefusalCounts();
    private final Seldom refusals;
    private final Seldom failures;
    private final Seldom absences;
    private final Seldom strangers;

    ListenerCounts(String listener, LongSupplier ticks) {
        this.listener = listener;
        this.refusals = new Seldom(ticks);
        this.failures = new Seldom(ticks);
        this.absences = new Seldom(ticks);
        this.strangers = new Seldom(ticks);
    }

    void session() {
        sessions.increment();
    }

    void message() {
        messages.increment();
    }

    void handshakeFailed() {
        handshakesFailed.increment();
    }

    void refused(Refusal refusal) {
        refused.count(refusal);
    }

    void tooMany(String client, String limit) {
        if (refusals.counted()) {
            LOG.tooManySessions(listener, client, limit, refusals.count());
        }
    }

    void notAProxy(String client) {
        if (strangers.counted()) {
            LOG.notAProxy(listener, client, strangers.count());
        }
    }

    void noReceiver(String session, String reason) {
        if (absences.counted()) {
            LOG.noReceiver(listener, session, reason, absences.count());
        }
    }

    void failure(String step, SessionFacts session, Throwable cause) {
        if (failures.counted()) {
            LOG.receiverFailed(listener, step, session.reference(), failures.count(), cause);
        }
    }

    long sessions() {
        return sessions.sum();
    }

    long messages() {
        return messages.sum();
    }

    long handshakesFailed() {
        return handshakesFailed.sum();
    }

    List<RefusalState> refused() {
        return refused.all();
    }

    long refusals() {
        return refusals.count();
    }

    long failures() {
        return failures.count();
    }
}

package org.postern.ra;

import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;

import org.postern.smtp.Reply;
import org.postern.smtp.server.Refusal;
import org.postern.smtp.server.SessionFacts;

import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Tells the mail receiver of connections that were refused before there was a session. A flood of them must not become a flood in
 * the trace: ten at once, then one a second; the listener's counter knows them all.
 */
final class RefusalReports {
    private static final int MOST_AT_ONCE = 10;
    private static final long SECOND = 1_000_000_000L;

    private final LongSupplier ticks;
    private final EndpointReceiver.Watch watch;
    private long free = MOST_AT_ONCE;
    private long counted;

    RefusalReports(LongSupplier ticks, EndpointReceiver.Watch watch) {
        this.ticks = ticks;
        this.watch = watch;
        this.counted = ticks.getAsLong();
    }

    /** Tells of it, in a thread of its own, or leaves it. */
    void tell(MessageEndpointFactory endpoints, SessionFacts session, Reply reply) {
        if (granted()) {
            Thread.ofVirtual().name("smtp-refusal").start(() -> report(endpoints, session, reply));
        }
    }

    private synchronized boolean granted() {
        long seconds = (ticks.getAsLong() - counted) / SECOND;
        counted += seconds * SECOND;
        free = Math.min(MOST_AT_ONCE, free + seconds);
        if (free == 0) {
            return false;
        }
        free--;
        return true;
    }

    private void report(MessageEndpointFactory endpoints, SessionFacts session, Reply reply) {
        try (EndpointReceiver receiver = EndpointReceiver.of(endpoints, watch)) {
            receiver.refused(session, new Refusal("connect", Optional.empty(), reply));
        } catch (UnavailableException e) {
            PosternRaLog.LOG.debugf(e, "A refusal could not be told, the receiver is away");
        }
    }
}

package org.postern.queue;

import org.postern.routing.Destination;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Lets bulk mail wait where it is while its queue holds enough already; what else there is to ask, another is asked. For one look at
 * what is due, by one thread.
 */
public final class BulkHeadroom implements Admission {
    private static final Duration LATER = Duration.ofSeconds(20);
    /** As many go at each look, however much there is: what waits is slowed down, and never stopped. */
    private static final int A_FEW = 10;
    /** Of what is put off, so much comes back together. */
    private static final int TOGETHER = 100;

    private final Admission gate;
    private final long most;
    private long taken;
    private long putOff;
    private int admitted;

    /** @param most how many messages the queue may hold; where its depth is not known, how many are put in at one look */
    public BulkHeadroom(Admission gate, Backlog backlog, int most) {
        this.gate = gate;
        this.most = most;
        this.taken = backlog.depth(MailQueue.BULK).orElse(0);
    }

    @Override
    public Optional<Instant> putOff(Destination destination, Lane lane, Instant arrived, Instant now) {
        if (lane == Lane.BULK && taken >= most && admitted >= A_FEW) {
            return Optional.of(now.plus(LATER).plusSeconds(putOff++ / TOGETHER));
        }
        Optional<Instant> later = gate.putOff(destination, lane, arrived, now);
        if (lane == Lane.BULK && later.isEmpty()) {
            taken++;
            admitted++;
        }
        return later;
    }
}

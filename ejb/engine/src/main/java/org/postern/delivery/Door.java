package org.postern.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;

/**
 * The state of one destination behind the {@link DestinationGate}, whose lock guards it. A new destination gets few places; each
 * round of deliveries that reach it adds one, and a server that turns some away while it serves others loses one.
 */
final class Door {
    private static final int FIRST_PLACES = 8;
    private static final int MAX_DOUBLINGS = 20;

    private final DestinationGate.Limits limits;
    private final Condition free;
    private int places;
    private int inUse;
    private int waiting;
    private int reachedInRow;
    private int failures;
    private boolean jammed;
    private long averageMillis;
    private Instant lastReached = Instant.MIN;
    private Instant shutUntil = Instant.MIN;
    private Instant booked = Instant.MIN;
    private String reason = "";

    Door(DestinationGate.Limits limits, Condition free) {
        this.limits = limits;
        this.free = free;
        this.places = Math.min(FIRST_PLACES, limits.concurrency());
    }

    boolean isShut(Instant now) {
        return now.isBefore(shutUntil);
    }

    DestinationGate.Shut shut() {
        return new DestinationGate.Shut(shutUntil, reason);
    }

    /** {@return whether nothing is lost if it is forgotten} */
    boolean isIdle(Instant now) {
        return inUse == 0 && waiting == 0 && !isShut(now);
    }

    /** {@return whether a place was free, which is now taken} */
    boolean take() {
        if (inUse >= (failures > 0 ? 1 : places)) {
            return false;
        }
        inUse++;
        return true;
    }

    /** {@return what is signalled when a place becomes free or the door shuts} */
    Condition free() {
        return free;
    }

    /** {@return whether somebody has waited for a place in vain since one became free} */
    boolean isJammed() {
        return jammed;
    }

    void jam() {
        jammed = true;
    }

    void come() {
        waiting++;
    }

    void go() {
        waiting--;
    }

    /**
     * {@return when a delivery for which there is no place may come again} Each gets a time of its own, in the rhythm in which places
     * became free so far.
     */
    Instant book(Instant now) {
        if (failures > 0) {
            return now.plus(backOff());
        }
        Instant soonest = now.plus(limits.firstBackOff());
        Instant latest = now.plus(limits.longestBackOff());
        long rhythm = Math.max(averageMillis, limits.patience().toMillis()) / places;
        booked = (booked.isBefore(soonest) ? soonest : booked).plusMillis(Math.max(1, rhythm));
        return booked.isBefore(latest) ? booked : latest;
    }

    void reached(Instant now) {
        lastReached = now;
        failures = 0;
        if (++reachedInRow >= places && places < limits.concurrency()) {
            places++;
            reachedInRow = 0;
        }
        free.signalAll();
    }

    void unreached(Instant now, Instant since, String why) {
        if (lastReached.isAfter(since)) {
            places = Math.max(1, inUse - 1);
            reachedInRow = 0;
        } else if (!isShut(now)) {
            failures++;
            shutUntil = now.plus(backOff());
            reason = why;
            free.signalAll();
        }
    }

    void leave(Instant since, Instant now) {
        inUse--;
        jammed = false;
        averageMillis = (7 * averageMillis + Duration.between(since, now).toMillis()) / 8;
        free.signal();
    }

    private Duration backOff() {
        Duration doubled = limits.firstBackOff().multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS));
        return doubled.compareTo(limits.longestBackOff()) < 0 ? doubled : limits.longestBackOff();
    }
}

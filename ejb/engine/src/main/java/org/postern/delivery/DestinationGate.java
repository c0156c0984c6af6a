package org.postern.delivery;

import org.postern.routing.Destination;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Stands before the sockets, one door for each destination, so that a dead or slow destination does not take the place of the
 * living. A door lets a number of deliveries in at once. It shuts for a while, longer each time, when nobody is reached behind it,
 * and then lets a single one try. Safe for many threads; knows nothing after a restart.
 */
public final class DestinationGate {
    private final InstantSource clock;
    private final Limits limits;
    private final ControlsInForce controls;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Destination, Door> doors = new HashMap<>();

    /**
     * The limits of every door.
     *
     * @param concurrency how many deliveries to one destination at once
     * @param patience how long a delivery waits for its turn before it is sent away
     * @param firstBackOff how long a door is shut at first
     * @param longestBackOff how long at most
     * @param doors how many destinations are remembered
     */
    public record Limits(int concurrency, Duration patience, Duration firstBackOff, Duration longestBackOff,
            int doors) {}

    /** What the gate says. */
    public sealed interface Entry {}

    /**
     * Not now, without an attempt.
     *
     * @param until when it is worth asking again
     */
    public record Shut(Instant until, String reason) implements Entry {}

    /** Go ahead; to be closed when the attempt is over. */
    public final class Pass implements Entry, AutoCloseable {
        private final Door door;
        private final Instant since;

        private Pass(Door door, Instant since) {
            this.door = door;
            this.since = since;
        }

        /** Tells that somebody was reached. */
        public void reached() {
            guarded(() -> door.reached(clock.instant()));
        }

        /** Tells that nobody was. */
        public void unreached(String reason) {
            guarded(() -> door.unreached(clock.instant(), since, reason));
        }

        @Override
        public void close() {
            guarded(() -> door.leave(since, clock.instant()));
        }
    }

    /** A gate that nobody interferes with. */
    public DestinationGate(InstantSource clock, Limits limits) {
        this(clock, limits, new ControlsInForce());
    }

    /** A gate that keeps paused destinations shut until a person opens them. */
    public DestinationGate(InstantSource clock, Limits limits, ControlsInForce controls) {
        this.clock = clock;
        this.limits = limits;
        this.controls = controls;
    }

    /** {@return a pass, perhaps after a short wait; or until when there is none} */
    public Entry enter(Destination destination) throws InterruptedException {
        Optional<DestinationControl> paused = controls.of(destination).filter(DestinationControl::paused);
        if (paused.isPresent()) {
            return new Shut(Instant.MAX, "the destination is paused by " + paused.get().by());
        }
        lock.lockInterruptibly();
        try {
            Door door = door(destination);
            door.come();
            try {
                return enter(door, destination);
            } finally {
                door.go();
            }
        } finally {
            lock.unlock();
        }
    }

    private Entry enter(Door door, Destination destination) throws InterruptedException {
        long patience = limits.patience().toNanos();
        while (true) {
            Instant now = clock.instant();
            if (door.isShut(now)) {
                return door.shut();
            }
            if (door.take()) {
                return new Pass(door, now);
            }
            if (patience <= 0 || door.isJammed()) {
                door.jam();
                return new Shut(door.book(now), "as many deliveries to " + destination + " are under way as may be");
            }
            patience = door.free().awaitNanos(patience);
        }
    }

    private Door door(Destination destination) {
        if (doors.size() >= limits.doors() && !doors.containsKey(destination)) {
            Instant now = clock.instant();
            doors.values().removeIf(door -> door.isIdle(now));
        }
        return doors.computeIfAbsent(destination, d -> new Door(limits, lock.newCondition()));
    }

    /** {@return how many destinations are remembered} */
    int doors() {
        return doors.size();
    }

    private void guarded(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }
}

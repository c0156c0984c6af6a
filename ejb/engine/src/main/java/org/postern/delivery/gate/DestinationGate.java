package org.postern.delivery.gate;

import org.postern.delivery.host.NextServer;
import org.postern.delivery.host.Turns;
import org.postern.queue.Admission;
import org.postern.queue.Lane;
import org.postern.queue.Recalls;
import org.postern.routing.Destination;
import org.postern.sentence.Sentence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Stands before the sockets, one door for each set of hosts, so that a dead or slow destination does not take the place of the
 * living. A door lets a number of deliveries in at once, as many as go well. It shuts for a while, longer each time, when nobody is
 * reached behind it, and then lets a single one try. What is turned away is given a time at which it is worth coming again. Safe for
 * many threads; knows nothing after a restart.
 */
public final class DestinationGate implements Admission, Recalls {
    /** The most that is called back for one destination at a time. */
    static final int MOST_RECALLED = 1000;
    /** A resumption that goes by unnoticed costs no more than this. */
    private static final Duration PAUSED = Duration.ofMinutes(15);
    /** How many octets the database is thought to write and to read again in that time. */
    private static final long WORTH_A_MILLISECOND = 10_000;
    private static final long NOT_YET = Long.MIN_VALUE;
    private static final Duration UNKNOWN = Duration.ofSeconds(2);

    private final InstantSource clock;
    private final Limits limits;
    private final ControlsInForce controls;
    private final Doorplates plates;
    private final ReentrantLock lock = new ReentrantLock();
    private final Doors doors;
    private final Crowd crowd;
    private final Neighbours neighbours;

    /**
     * The limits of every door, and of all together.
     *
     * @param usual says what one gets at most, where nobody wants something else
     * @param patience how long a delivery waits for its turn before it is sent away, if it is small
     * @param firstBackOff how long a door is shut at first
     * @param longestBackOff how long at most
     * @param slow from which mean time of a delivery on a destination is slow
     * @param sessions how many deliveries each lane has in all
     * @param doors how many doors are remembered
     */
    public record Limits(Supplier<Allowance> usual, Duration patience, Duration firstBackOff, Duration longestBackOff,
            Duration slow, Map<Lane, Integer> sessions, int doors) {
        public Limits {
            sessions = Map.copyOf(sessions);
        }
    }

    /** What the gate says. */
    public sealed interface Entry {}

    /**
     * Not now, without an attempt.
     *
     * @param until when it is worth asking again
     * @param ours whether it is for our own limits alone, and says nothing against the destination
     */
    public record Shut(Instant until, String reason, boolean ours) implements Entry {
        /** Not now, because of the destination. */
        public Shut(Instant until, String reason) {
            this(until, reason, false);
        }
    }

    /** Go ahead; to be closed when the attempt is over. */
    public final class Pass implements Entry, Turns, AutoCloseable {
        private final Door door;
        private final Lane lane;
        private final Instant since;
        private final Visit visit;
        private boolean unused;

        private Pass(Door door, Lane lane, Instant since, boolean namedByAnybody) {
            this.door = door;
            this.lane = lane;
            this.since = since;
            this.visit = new Visit(neighbours, door, lane, since, namedByAnybody);
        }

        @Override
        public List<NextServer> turnTo(List<NextServer> servers) {
            lock.lock();
            try {
                return visit.turnTo(servers, clock.instant());
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void leave() {
            guarded(() -> visit.leave(clock.instant()));
        }

        @Override
        public void stayWith(NextServer server) {
            guarded(() -> visit.stayWith(server));
        }

        /** {@return that too many talk with the addresses one turned to; empty if there was always room} */
        public Optional<Shut> crowded() {
            return visit.crowded();
        }

        /** Tells that somebody was reached. */
        public void reached() {
            guarded(() -> {
                door.reached(clock.instant());
                doors.changed(door);
            });
        }

        /** Tells that nobody was asked, so that nothing was learned, not even how long it takes. */
        public void unused() {
            unused = true;
        }

        /** Tells that nobody was, or that whoever was wants nothing of anybody now. */
        public void unreached(Sentence reason) {
            guarded(() -> door.unreached(clock.instant(), since, reason));
        }

        @Override
        public void close() {
            guarded(() -> {
                Optional<Duration> talked = visit.end(clock.instant());
                if (!unused) {
                    talked.ifPresent(door::took);
                }
                door.leave(lane);
                crowd.left(door, lane);
            });
        }
    }

    /**
     * A gate in which nobody is yet.
     *
     * @param controls what people want for destinations, which is kept to
     * @param plates say which door leads to a destination
     */
    public DestinationGate(InstantSource clock, Limits limits, ControlsInForce controls, Doorplates plates) {
        this.clock = clock;
        this.limits = limits;
        this.controls = controls;
        this.plates = plates;
        this.doors = new Doors(limits.doors(), () -> new Door(limits, lines()));
        this.crowd = new Crowd(limits.sessions(), lines());
        this.neighbours = new Neighbours(limits.sessions(), limits.slow());
    }

    private Map<Lane, Line> lines() {
        Map<Lane, Line> lines = new EnumMap<>(Lane.class);
        for (Lane lane : Lane.values()) {
            lines.put(lane, new Line(lock.newCondition()));
        }
        return lines;
    }

    /**
     * {@return a pass through this door, perhaps after a short wait; or until when there is none}
     *
     * @param octets the length of the content: the longer, the longer the wait, for what is sent away is written to a database
     */
    public Entry enter(DoorKey key, Destination destination, Lane lane, long octets) throws InterruptedException {
        if (!controls.areKnown()) {
            return new Shut(clock.instant().plus(UNKNOWN), "it is not known yet which destinations are paused", true);
        }
        Optional<DestinationControl> wanted = controls.of(destination);
        if (wanted.filter(DestinationControl::paused).isPresent()) {
            return new Shut(clock.instant().plus(PAUSED), "the destination is paused by " + wanted.get().by());
        }
        lock.lockInterruptibly();
        try {
            Door door = doors.at(key);
            Allowance usual = limits.usual().get();
            door.allow(wanted.map(usual::as).orElse(usual));
            Entry entry = enter(door, destination, lane, octets);
            doors.changed(door);
            return entry;
        } finally {
            lock.unlock();
        }
    }

    /** A session that waits is not there for others: few wait longer than is usual. */
    private Duration patience(Line line, long octets) {
        return limits.patience().plusMillis(line.isLong() ? 0 : octets / WORTH_A_MILLISECOND);
    }

    private Entry enter(Door door, Destination destination, Lane lane, long octets) throws InterruptedException {
        long patience = NOT_YET;
        long left = NOT_YET;
        while (true) {
            Instant now = clock.instant();
            if (door.isShut(now)) {
                return door.shut(destination, lane, now);
            }
            if (!door.isInRate(lane, now)) {
                return turnedAway(door, destination, lane, now);
            }
            boolean place = door.hasPlace(lane);
            if (place && crowd.hasRoom(door, lane, now)) {
                door.enter(lane, now);
                crowd.entered(door);
                // Whom a route names the operator chose; whom a domain names, anybody.
                return new Pass(door, lane, now, destination instanceof Destination.MailExchangers);
            }
            Line line = place ? crowd.line(lane) : door.line(lane);
            if (patience == NOT_YET) {
                patience = patience(line, octets).toNanos();
                left = patience;
            }
            if (left <= 0 || line.isJammed(patience) || door.isSlow(now)) {
                line.jam(patience - Math.max(0, left));
                return turnedAway(door, destination, lane, now);
            }
            line.come();
            try {
                left = line.free().awaitNanos(left);
            } finally {
                line.go();
            }
        }
    }

    private static Shut turnedAway(Door door, Destination destination, Lane lane, Instant now) {
        return new Shut(door.book(destination, lane, now),
                "as many deliveries to " + destination + " are under way as may be", !door.isFailing());
    }

    @Override
    public Optional<Instant> putOff(Destination destination, Lane lane, Instant arrived, Instant now) {
        if (!controls.areKnown()) {
            return Optional.of(now.plus(UNKNOWN));
        }
        if (controls.of(destination).filter(DestinationControl::paused).isPresent()) {
            return Optional.of(now.plus(PAUSED));
        }
        DoorKey key = plates.known(destination).orElseGet(() -> DoorKey.ofName(destination));
        lock.lock();
        try {
            Door door = doors.at(key);
            Optional<Instant> later = door.putOff(destination, lane, now)
                    .or(() -> besideOthers(door, destination, lane, now));
            doors.changed(door);
            return later;
        } finally {
            lock.unlock();
        }
    }

    /** {@return when what its own door would let in may come, if all doors together leave no room for it now} */
    private Optional<Instant> besideOthers(Door door, Destination destination, Lane lane, Instant now) {
        if (!crowd.admits(door, lane, now)) {
            return Optional.of(door.book(destination, lane, now));
        }
        return door.crowdedAt().flatMap(server -> neighbours.putOff(door, lane, server, now));
    }

    @Override
    public List<Recall> recalls(Instant now) {
        List<Recall> recalls = new ArrayList<>();
        controls.resumed(now).forEach(destination -> recalls.add(new Recall(destination, MOST_RECALLED)));
        guarded(() -> {
            for (Door door : doors.mayCallBack()) {
                int most = door.recallable(now);
                if (most > 0) {
                    door.owed().forEach(destination -> recalls.add(new Recall(destination, most)));
                }
            }
        });
        return recalls;
    }

    @Override
    public void settled(Destination destination) {
        DoorKey key = plates.known(destination).orElseGet(() -> DoorKey.ofName(destination));
        guarded(() -> doors.known(key).ifPresent(door -> door.settled(destination)));
    }

    /** {@return the doors that people should know of: those that are shut, failing, slow or full, the busiest first} */
    public List<DoorView> survey(int most) {
        List<DoorView> views = new ArrayList<>();
        Instant now = clock.instant();
        guarded(() -> views.addAll(doors.view(now)));
        return views.stream()
                .filter(DoorView::isTroubled)
                .sorted(Comparator.comparingInt(DoorView::inUse).reversed().thenComparing(DoorView::hosts))
                .limit(most)
                .toList();
    }

    /** {@return how many doors are in each state, those that nobody is behind among them} */
    public Map<DoorView.State, Integer> census() {
        Map<DoorView.State, Integer> count = new EnumMap<>(DoorView.State.class);
        Instant now = clock.instant();
        guarded(() -> count.putAll(doors.census(now)));
        return count;
    }

    /** {@return how many doors are remembered} */
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

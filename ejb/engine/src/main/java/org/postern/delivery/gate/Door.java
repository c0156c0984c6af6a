package org.postern.delivery.gate;

import org.postern.delivery.host.NextServer;
import org.postern.queue.Lane;
import org.postern.routing.Destination;
import org.postern.sentence.Sentence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The state of one set of hosts behind the {@link DestinationGate}, whose lock guards it. It begins with few places. Each delivery that reaches somebody
 * adds one, and once there has been a failure each round of them, unless they go so fast that more would not help; a failure takes
 * half of them away. When nobody is reached any more it shuts for a
 * while, longer each time, and then lets a single one try.
 */
final class Door {
    private static final int FIRST_PLACES = 5;
    private static final int MAX_DOUBLINGS = 20;
    /** How many destinations are remembered that have mail waiting because of this door. */
    private static final int MOST_OWED = 100;
    /** When a place becomes free as often as that, another one would only be in the way of the others. */
    private static final Duration FAST = Duration.ofMillis(1);
    private static final Duration SOON = Duration.ofSeconds(1);
    /** Of so many places, bulk mail leaves one to the rest. */
    private static final int LEFT_FREE = 4;

    private final DestinationGate.Limits limits;
    private final Map<Lane, Side> sides = new EnumMap<>(Lane.class);
    private final Deque<Instant> talking = new ArrayDeque<>();
    private final Set<Destination> owed = new LinkedHashSet<>();
    private final Pace pace;
    private Allowance allowance;
    private int places;
    private int reachedInRow;
    private int failures;
    private Instant lastReached = Instant.MIN;
    private Instant lastFailed = Instant.MIN;
    private Instant shutUntil = Instant.MIN;
    private Instant nextInRate = Instant.MIN;
    private Sentence reason = Sentence.asItIs("");
    private Optional<NextServer> crowdedAt = Optional.empty();

    /** What each lane has for itself. */
    private static final class Side {
        private final Line line;
        private final Slots slots = new Slots();
        private final Deque<Instant> looking = new ArrayDeque<>();
        private int inUse;

        Side(Line line) {
            this.line = line;
        }
    }

    Door(DestinationGate.Limits limits, Map<Lane, Line> lines) {
        this.limits = limits;
        this.allowance = limits.usual().get();
        this.places = Math.min(FIRST_PLACES, allowance.concurrency());
        this.pace = new Pace(limits.slow());
        lines.forEach((lane, line) -> sides.put(lane, new Side(line)));
    }

    /** From now on it gets this at most. */
    void allow(Allowance most) {
        if (!most.equals(allowance)) {
            allowance = most;
            places = Math.min(places, most.concurrency());
        }
    }

    boolean isShut(Instant now) {
        return now.isBefore(shutUntil);
    }

    boolean isFailing() {
        return failures > 0;
    }

    int inUse() {
        return sides.values().stream().mapToInt(side -> side.inUse).sum();
    }

    int inUse(Lane lane) {
        return sides.get(lane).inUse;
    }

    Line line(Lane lane) {
        return sides.get(lane).line;
    }

    /** {@return whether somebody is behind it, or waits before it} */
    boolean isBusy() {
        return inUse() > 0 || sides.values().stream().anyMatch(side -> !side.line.isEmpty());
    }

    /** {@return whether its deliveries take long, or one does now} */
    boolean isSlow(Instant now) {
        return pace.isSlow() || (!talking.isEmpty() && pace.isLong(Duration.between(talking.peekFirst(), now)));
    }

    /** {@return whether somebody was reached quickly here} */
    boolean isQuick(Instant now) {
        return pace.isKnown() && !isSlow(now);
    }

    /** {@return whether there is a place for one of this lane} Bulk mail does not take the last places. */
    boolean hasPlace(Lane lane) {
        int all = failures > 0 ? 1 : places;
        int reserve = lane == Lane.BULK && all > 1 ? Math.max(1, all / LEFT_FREE) : 0;
        return inUse() < all && inUse(lane) < all - reserve;
    }

    /** {@return whether the rate lets one in now} The ordinary lane may be some messages ahead of it. */
    boolean isInRate(Lane lane, Instant now) {
        return allowance.distance()
                .map(distance -> lane == Lane.ORDINARY ? distance.multipliedBy(FIRST_PLACES) : Duration.ZERO)
                .map(ahead -> !nextInRate.isAfter(now.plus(ahead)))
                .orElse(true);
    }

    void enter(Lane lane, Instant now) {
        sides.get(lane).inUse++;
        talks(now);
        allowance.distance()
                .ifPresent(distance -> nextInRate = (nextInRate.isBefore(now) ? now : nextInRate).plus(distance));
    }

    /** Tells how long a delivery took. */
    void took(Duration time) {
        pace.took(time);
    }

    /** Tells that one inside talks with the hosts from now on. */
    void talks(Instant now) {
        talking.addLast(now);
    }

    /** Tells that one who has talked since then does no more. */
    void isSilentSince(Instant since) {
        talking.removeFirstOccurrence(since);
    }

    /** Tells that one inside looks something up from now on, and talks with nobody. */
    void looks(Lane lane, Instant now) {
        sides.get(lane).looking.addLast(now);
    }

    /** Tells that one who has done so since then does no more. */
    void hasLookedSince(Lane lane, Instant since) {
        sides.get(lane).looking.removeFirstOccurrence(since);
    }

    /** {@return how many look something up now} */
    int looking(Lane lane) {
        return sides.get(lane).looking.size();
    }

    /** {@return how many have done so for long} */
    int lookingForLong(Lane lane, Instant now) {
        return (int) sides.get(lane).looking.stream()
                .filter(since -> pace.isLong(Duration.between(since, now)))
                .count();
    }

    void leave(Lane lane) {
        sides.get(lane).inUse--;
        sides.values().forEach(side -> side.line.move());
    }

    /** {@return that it is shut, and when one of this lane may come again} */
    DestinationGate.Shut shut(Destination destination, Lane lane, Instant now) {
        return new DestinationGate.Shut(book(destination, lane, now), reason.toString());
    }

    /** {@return when one for which there is no place may come again} */
    Instant book(Destination destination, Lane lane, Instant now) {
        if (owed.size() < MOST_OWED) {
            owed.add(destination);
        }
        return sides.get(lane).slots.book(soonest(now), rhythm());
    }

    private Instant soonest(Instant now) {
        if (isShut(now)) {
            return shutUntil;
        }
        return now.plus(failures > 0 ? backOff() : SOON);
    }

    /** {@return the time from one place that becomes free to the next} */
    private Duration rhythm() {
        Duration places = failures > 0 ? backOff() : pace.mean().dividedBy(this.places);
        Duration rate = allowance.distance().orElse(Duration.ZERO);
        return places.compareTo(rate) > 0 ? places : rate;
    }

    /** {@return when what has waited may come again, if it may not now} */
    Optional<Instant> putOff(Destination destination, Lane lane, Instant now) {
        boolean open = !isShut(now) && (failures == 0 || inUse() == 0);
        return open && sides.get(lane).slots.admit(now, rhythm())
                ? Optional.empty()
                : Optional.of(book(destination, lane, now));
    }

    /** Tells that there was no room beside its neighbours at this server. */
    void crowdedAt(NextServer server) {
        crowdedAt = Optional.of(server);
    }

    /** {@return where there was no room beside its neighbours last} */
    Optional<NextServer> crowdedAt() {
        return crowdedAt;
    }

    /** {@return the destinations that have mail waiting although the door is open again} */
    Set<Destination> owed() {
        return owed;
    }

    /** {@return whether there may be mail to call back} Not from a door that fails. */
    boolean mayCallBack() {
        return failures == 0 && !owed.isEmpty();
    }

    /** {@return how much of it may come within a second; 0 if none has been told to wait for longer, or it may not} */
    int recallable(Instant now) {
        if (owed.isEmpty()) {
            return 0;
        }
        boolean far = sides.values().stream().anyMatch(side -> side.slots.isFarBooked(now) && side.slots.isReady(now));
        if (isShut(now) || failures > 0 || !far || !hasPlace(Lane.BULK)) {
            return 0;
        }
        return Math.clamp(SOON.toNanos() / Math.max(1, rhythm().toNanos()), 1, DestinationGate.MOST_RECALLED);
    }

    /** Tells that nothing waits for this destination any more. */
    void settled(Destination destination) {
        owed.remove(destination);
        if (owed.isEmpty()) {
            sides.values().forEach(side -> side.slots.clear());
        }
    }

    void reached(Instant now) {
        lastReached = now;
        if (failures > 0) {
            failures = 0;
            pace.forget();
            sides.values().forEach(side -> side.line.dissolve());
        }
        reachedInRow++;
        int sensible = sensible();
        if (places < sensible && (lastFailed.equals(Instant.MIN) || reachedInRow >= places)) {
            places++;
            reachedInRow = 0;
            sides.values().forEach(side -> side.line.move());
        } else if (pace.isKnown() && places > sensible) {
            places--;
        }
    }

    /** {@return how many places it may have, as fast as it is} */
    private int sensible() {
        int most = allowance.concurrency();
        return pace.isKnown() && rhythm().compareTo(FAST) > 0 ? most : Math.min(FIRST_PLACES, most);
    }

    /** Nobody was reached, or one was sent away for all, by an attempt that began then. */
    void unreached(Instant now, Instant since, Sentence why) {
        if (lastFailed.isBefore(since)) {
            places = Math.max(1, places / 2);
            lastFailed = now;
        }
        reachedInRow = 0;
        if (!lastReached.isAfter(since) && !isShut(now)) {
            failures++;
            shutUntil = now.plus(backOff());
            reason = why;
            sides.values().forEach(side -> side.line.dissolve());
        }
    }

    private Duration backOff() {
        Duration doubled = limits.firstBackOff().multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS));
        return doubled.compareTo(limits.longestBackOff()) < 0 ? doubled : limits.longestBackOff();
    }

    /** {@return the worst that is true of it} */
    DoorView.State state(Instant now) {
        if (isShut(now)) {
            return DoorView.State.SHUT;
        }
        if (isFailing()) {
            return DoorView.State.FAILING;
        }
        if (isSlow(now)) {
            return DoorView.State.SLOW;
        }
        return inUse() >= places ? DoorView.State.FULL : DoorView.State.OPEN;
    }

    DoorView view(DoorKey key, Instant now) {
        return new DoorView(key.text(), inUse(), failures > 0 ? 1 : places, failures,
                isShut(now) ? Optional.of(shutUntil) : Optional.empty(), pace.mean(), isSlow(now), reason);
    }
}

package org.postern.delivery.gate;

import org.postern.delivery.gate.DestinationGate.Shut;
import org.postern.delivery.host.NextServer;
import org.postern.queue.Lane;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * With whom one who has gone through a door talks, one host after the other, and how long: what a domain's own DNS or policy host takes is not held
 * against the door, which other domains share. The lock of the {@link DestinationGate} guards it.
 */
final class Visit {
    private final Neighbours neighbours;
    private final Door door;
    private final Lane lane;
    private final boolean namedByAnybody;
    private Optional<Neighbours.Stay> stay = Optional.empty();
    private Optional<Shut> crowded = Optional.empty();
    private Optional<Instant> talkingSince;
    private Optional<Instant> lookingSince = Optional.empty();
    private Duration talked = Duration.ZERO;
    private boolean left;
    private boolean turned;

    /**
     * Talks from the beginning, unless it is said otherwise.
     *
     * @param namedByAnybody whether anybody may have named the hosts, so that they are counted together with their neighbours
     */
    Visit(Neighbours neighbours, Door door, Lane lane, Instant since, boolean namedByAnybody) {
        this.neighbours = neighbours;
        this.door = door;
        this.lane = lane;
        this.namedByAnybody = namedByAnybody;
        this.talkingSince = Optional.of(since);
    }

    List<NextServer> turnTo(List<NextServer> servers, Instant now) {
        leave(now);
        List<NextServer> free = free(servers, now);
        if (free.isEmpty()) {
            NextServer first = servers.getFirst();
            door.crowdedAt(first);
            crowded = Optional.of(new Shut(neighbours.book(lane, first, now), "as many deliveries to "
                    + Neighbours.network(first.address()) + " are under way as may be", !door.isFailing()));
        } else {
            turned = true;
            hasFound();
            talkingSince = Optional.of(now);
            door.talks(now);
        }
        return free;
    }

    private List<NextServer> free(List<NextServer> servers, Instant now) {
        if (!namedByAnybody) {
            return servers;
        }
        List<NextServer> free = servers.stream()
                .filter(server -> neighbours.hasRoom(door, lane, server, now))
                .toList();
        stay = free.isEmpty() ? Optional.empty() : Optional.of(neighbours.enter(door, lane, free, now));
        return free;
    }

    void stayWith(NextServer server) {
        stay.ifPresent(here -> here.with(server));
    }

    void leave(Instant now) {
        if (lookingSince.isEmpty()) {
            stay.ifPresent(here -> neighbours.leave(here, now));
            stay = Optional.empty();
            talkingSince.ifPresent(since -> {
                talked = talked.plus(Duration.between(since, now));
                door.isSilentSince(since);
            });
            talkingSince = Optional.empty();
            lookingSince = Optional.of(now);
            door.looks(lane, now);
            left = true;
        }
    }

    private void hasFound() {
        lookingSince.ifPresent(since -> door.hasLookedSince(lane, since));
        lookingSince = Optional.empty();
    }

    /** {@return how long one talked; empty if one left and turned to nobody} */
    Optional<Duration> end(Instant now) {
        boolean talks = !left || turned;
        leave(now);
        hasFound();
        return talks ? Optional.of(talked) : Optional.empty();
    }

    /** {@return that there was no room last; empty if there always was} */
    Optional<Shut> crowded() {
        return crowded;
    }
}

package org.postern.delivery.gate;

import org.postern.delivery.gate.DestinationGate.Shut;
import org.postern.delivery.host.NextServer;
import org.postern.queue.Lane;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** With whom one who has gone through a door talks, one host after the other. The lock of the {@link DestinationGate} guards it. */
final class Visit {
    private final Neighbours neighbours;
    private final Door door;
    private final Lane lane;
    private Optional<Neighbours.Stay> stay = Optional.empty();
    private Optional<Shut> crowded = Optional.empty();

    Visit(Neighbours neighbours, Door door, Lane lane) {
        this.neighbours = neighbours;
        this.door = door;
        this.lane = lane;
    }

    List<NextServer> turnTo(List<NextServer> servers, Instant now) {
        leave(now);
        List<NextServer> free = servers.stream()
                .filter(server -> neighbours.hasRoom(door, lane, server, now))
                .toList();
        if (free.isEmpty()) {
            NextServer first = servers.getFirst();
            crowded = Optional.of(new Shut(neighbours.book(lane, first, now), "as many deliveries to "
                    + Neighbours.network(first.address()) + " are under way as may be", true));
        } else {
            stay = Optional.of(neighbours.enter(door, lane, free, now));
        }
        return free;
    }

    void stayWith(NextServer server) {
        stay.ifPresent(here -> here.with(server));
    }

    void leave(Instant now) {
        stay.ifPresent(here -> neighbours.leave(here, now));
        stay = Optional.empty();
    }

    /** {@return that there was no room last; empty if there always was} */
    Optional<Shut> crowded() {
        return crowded;
    }
}

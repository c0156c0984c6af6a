package org.postern.delivery.gate;

import org.postern.delivery.host.NextServer;
import org.postern.limit.Latest;
import org.postern.network.Network;
import org.postern.queue.Lane;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who talks with which addresses now, all doors together. Names cost nothing, and each set of them has a door of its own; addresses do cost. So
 * those who came through doors that are not known to be quick hold at most a quarter of a lane's sessions at one address, and three eighths in
 * one network; half of them where the address itself is known to be quick, for many domains have a name of their own at one provider.
 */
final class Neighbours {
    private static final int REMEMBERED = 10_000;
    private static final int IPV4_PREFIX = 24;
    private static final int IPV6_PREFIX = 48;

    private final Map<Lane, Integer> sessions;
    private final Duration slow;
    private final Set<Stay> inside = new HashSet<>();
    private final Map<Spot, Pace> paces = new Latest<>(REMEMBERED);
    private final Map<Network, Slots> slots = new Latest<>(REMEMBERED);
    private final Map<Place, Turnstile> turnstiles = new Latest<>(REMEMBERED);

    /** What bounds those of one lane in one network. */
    private record Place(Network network, Lane lane) {}

    /** Where one talks. */
    private record Spot(InetAddress address, int port) {
        static Spot of(NextServer server) {
            return new Spot(server.address(), server.port());
        }
    }

    /** One who talks, or tries to, with one of several addresses. */
    static final class Stay {
        private final Door door;
        private final Lane lane;
        private final Instant since;
        private Set<Spot> spots;

        private Stay(Door door, Lane lane, Instant since, Set<Spot> spots) {
            this.door = door;
            this.lane = lane;
            this.since = since;
            this.spots = spots;
        }

        /** The others did not answer first; that says nothing of them. */
        void with(NextServer server) {
            spots = Set.of(Spot.of(server));
        }
    }

    /** @param slow from which mean time on an address is slow */
    Neighbours(Map<Lane, Integer> sessions, Duration slow) {
        this.sessions = sessions;
        this.slow = slow;
    }

    /** {@return whether one more who came through this door may talk with this server} */
    boolean hasRoom(Door door, Lane lane, NextServer server, Instant now) {
        return room(door, lane, server, now) > 0;
    }

    /** {@return how many more may} */
    private int room(Door door, Lane lane, NextServer server, Instant now) {
        if (door.isQuick(now)) {
            return Integer.MAX_VALUE;
        }
        Spot spot = Spot.of(server);
        Network network = network(server.address());
        Set<Spot> hanging = hanging(now);
        int here = 0;
        int near = 0;
        for (Stay stay : inside) {
            if (stay.lane == lane && !stay.door.isQuick(now)) {
                here += stay.spots.contains(spot) ? 1 : 0;
                near += stay.spots.stream()
                        .anyMatch(other -> network.contains(other.address())
                                && !isQuick(other, hanging)) ? 1 : 0;
            }
        }
        int all = sessions.get(lane);
        return isQuick(spot, hanging)
                ? Math.max(1, all / 2) - here
                : Math.min(places(lane) - here, Math.max(1, all * 3 / 8) - near);
    }

    /** {@return when what waits for this server may come, if it may not now} */
    Optional<Instant> putOff(Door door, Lane lane, NextServer server, Instant now) {
        int room = room(door, lane, server, now);
        boolean comes = room == Integer.MAX_VALUE || turnstiles
                .computeIfAbsent(new Place(network(server.address()), lane), place -> new Turnstile())
                .admits(room, now);
        return comes ? Optional.empty() : Optional.of(book(lane, server, now));
    }

    private int places(Lane lane) {
        return Math.max(1, sessions.get(lane) / 4);
    }

    /** {@return where somebody has talked for long} */
    private Set<Spot> hanging(Instant now) {
        return inside.stream()
                .filter(stay -> Duration.between(stay.since, now).compareTo(slow) >= 0)
                .flatMap(stay -> stay.spots.stream())
                .collect(Collectors.toSet());
    }

    private boolean isQuick(Spot spot, Set<Spot> hanging) {
        Pace pace = paces.get(spot);
        return pace != null && !pace.isSlow() && !hanging.contains(spot);
    }

    /** {@return the network that one owner is likely to have as a whole} */
    static Network network(InetAddress address) {
        return Network.around(address, address instanceof Inet4Address ? IPV4_PREFIX : IPV6_PREFIX);
    }

    Stay enter(Door door, Lane lane, Collection<NextServer> servers, Instant now) {
        Stay stay = new Stay(door, lane, now, servers.stream().map(Spot::of).collect(Collectors.toSet()));
        inside.add(stay);
        return stay;
    }

    void leave(Stay stay, Instant now) {
        if (inside.remove(stay)) {
            stay.spots.forEach(spot -> paces.computeIfAbsent(spot, s -> new Pace(slow))
                    .took(Duration.between(stay.since, now)));
        }
    }

    /** {@return when one for which there is no room may come again} */
    Instant book(Lane lane, NextServer server, Instant now) {
        Duration mean = Optional.ofNullable(paces.get(Spot.of(server))).map(Pace::mean).orElse(slow);
        return slots.computeIfAbsent(network(server.address()), network -> new Slots())
                .book(now.plusSeconds(1), mean.dividedBy(places(lane)));
    }
}

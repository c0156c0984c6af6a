package org.postern.delivery.gate;

import org.postern.queue.Lane;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who is inside, all doors together: those at slow destinations hold at most half of a lane's sessions, and together with those at
 * destinations that nobody knows yet at most three quarters, so that the quick ones always find some free. Who looks something up counts as
 * strange however quick the hosts are, and as slow in the end: that time is no fault of the hosts, but it holds a session all the same.
 */
final class Crowd {
    /** Behind a quick door this part of the sessions may look something up before it is bounded as one that nobody knows. */
    private static final int FEW = 8;

    private final Map<Lane, Integer> sessions;
    private final Map<Lane, Line> lines = new EnumMap<>(Lane.class);
    private final Map<Lane, Turnstile> turnstiles = new EnumMap<>(Lane.class);
    private final Set<Door> busy = new HashSet<>();

    Crowd(Map<Lane, Integer> sessions, Map<Lane, Line> lines) {
        this.sessions = sessions;
        this.lines.putAll(lines);
        lines.keySet().forEach(lane -> turnstiles.put(lane, new Turnstile()));
    }

    Line line(Lane lane) {
        return lines.get(lane);
    }

    /** {@return whether one more may go in here} */
    boolean hasRoom(Door door, Lane lane, Instant now) {
        return room(door, lane, now) > 0;
    }

    /** {@return whether one that waits may be taken up} */
    boolean admits(Door door, Lane lane, Instant now) {
        int room = room(door, lane, now);
        return room == Integer.MAX_VALUE || turnstiles.get(lane).admits(room, now);
    }

    /** {@return how many more may go in here} */
    private int room(Door door, Lane lane, Instant now) {
        int all = sessions.get(lane);
        if (door.isQuick(now) && door.looking(lane) < Math.max(1, all / FEW)) {
            return Integer.MAX_VALUE;
        }
        int slow = 0;
        int strange = 0;
        for (Door other : busy) {
            int here = slow(other, lane, now);
            slow += here;
            strange += (other.isQuick(now) ? other.looking(lane) : other.inUse(lane)) - here;
        }
        int room = Math.max(1, all - all / 4) - slow - strange;
        boolean isSlow = door.isSlow(now) || door.lookingForLong(lane, now) > 0;
        return isSlow ? Math.min(room, Math.max(1, all / 2) - slow) : room;
    }

    private static int slow(Door door, Lane lane, Instant now) {
        return door.isSlow(now) ? door.inUse(lane) : door.lookingForLong(lane, now);
    }

    void entered(Door door) {
        busy.add(door);
    }

    void left(Door door, Lane lane) {
        if (door.inUse() == 0) {
            busy.remove(door);
        }
        lines.get(lane).move();
    }
}

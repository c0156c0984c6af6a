package org.postern.delivery.gate;

import org.postern.queue.Lane;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who is inside, all doors together: those at slow destinations hold at most half of a lane's sessions, and together with those at
 * destinations that nobody knows yet at most three quarters, so that the quick ones always find some free.
 */
final class Crowd {
    private final Map<Lane, Integer> sessions;
    private final Map<Lane, Line> lines = new EnumMap<>(Lane.class);
    private final Set<Door> busy = new HashSet<>();

    Crowd(Map<Lane, Integer> sessions, Map<Lane, Line> lines) {
        this.sessions = sessions;
        this.lines.putAll(lines);
    }

    Line line(Lane lane) {
        return lines.get(lane);
    }

    /** {@return whether one more may go in here} */
    boolean hasRoom(Door door, Lane lane, Instant now) {
        if (door.isQuick(now)) {
            return true;
        }
        int slow = 0;
        int strange = 0;
        for (Door other : busy) {
            if (other.isSlow(now)) {
                slow += other.inUse(lane);
            } else if (!other.isQuick(now)) {
                strange += other.inUse(lane);
            }
        }
        int all = sessions.get(lane);
        boolean room = slow + strange < Math.max(1, all - all / 4);
        return room && (!door.isSlow(now) || slow < Math.max(1, all / 2));
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

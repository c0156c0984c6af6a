package org.postern.delivery.gate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The doors that are remembered: so many, and when another one is wanted, the one that nobody has asked for longest goes, if nobody is
 * behind it or before it. None of this becomes slower by the number of doors, but {@link #view}. The lock of the {@link DestinationGate} guards it.
 */
final class Doors {
    private final int most;
    private final Supplier<Door> maker;
    private final Map<DoorKey, Door> doors = new LinkedHashMap<>(16, 0.75F, true);
    private final Set<Door> open = new LinkedHashSet<>();

    Doors(int most, Supplier<Door> maker) {
        this.most = most;
        this.maker = maker;
    }

    /** {@return the door of this key} */
    Door at(DoorKey key) {
        Door known = doors.get(key);
        if (known != null) {
            return known;
        }
        if (doors.size() >= most) {
            forgetOne();
        }
        Door door = maker.get();
        doors.put(key, door);
        return door;
    }

    /** Those that somebody is behind or before are as few as there are sessions. */
    private void forgetOne() {
        for (Iterator<Door> eldest = doors.values().iterator(); eldest.hasNext();) {
            Door door = eldest.next();
            if (!door.isBusy()) {
                eldest.remove();
                open.remove(door);
                return;
            }
        }
    }

    /** {@return the door of this key, if it is remembered} */
    Optional<Door> known(DoorKey key) {
        return Optional.ofNullable(doors.get(key));
    }

    /** Tells that mail may wait because of this door, or that somebody has been reached behind it. */
    void changed(Door door) {
        if (door.mayCallBack()) {
            open.add(door);
        }
    }

    /** {@return the doors that may call back what waits, some of them} Those that are shut are not among them, however many. */
    List<Door> mayCallBack() {
        open.removeIf(door -> !door.mayCallBack());
        return List.copyOf(open);
    }

    List<DoorView> view(Instant now) {
        List<DoorView> views = new ArrayList<>();
        doors.forEach((key, door) -> views.add(door.view(key, now)));
        return views;
    }

    Map<DoorView.State, Integer> census(Instant now) {
        Map<DoorView.State, Integer> count = new EnumMap<>(DoorView.State.class);
        for (DoorView.State state : DoorView.State.values()) {
            count.put(state, 0);
        }
        doors.values().forEach(door -> count.merge(door.state(now), 1, Integer::sum));
        return count;
    }

    int size() {
        return doors.size();
    }
}

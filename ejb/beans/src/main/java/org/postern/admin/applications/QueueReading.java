package org.postern.admin.applications;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the broker of this node held at one moment.
 *
 * @param known whether it says so; one elsewhere does not
 * @param at when it was asked
 * @param figures of each queue and topic, by their names as destinations have them, such as {@code queue:orders}
 * @param dead the queues into which it puts what nobody could process
 */
record QueueReading(boolean known, Instant at, Map<String, Figures> figures, Set<String> dead) {
    QueueReading {
        figures = Map.copyOf(figures);
        dead = Set.copyOf(dead);
    }

    /**
     * One queue, or all subscriptions of one topic.
     *
     * @param depth messages in it, those being delivered among them
     * @param delivering that a consumer has and has not acknowledged
     * @param scheduled for later
     * @param consumers who read it
     * @param added since the start of the broker
     */
    record Figures(long depth, long delivering, long scheduled, long consumers, long added) {
        static final Figures NONE = new Figures(0, 0, 0, 0, 0);

        Figures plus(Figures other) {
            return new Figures(depth + other.depth, delivering + other.delivering, scheduled + other.scheduled,
                    consumers + other.consumers, added + other.added);
        }
    }

    Optional<Figures> of(String name) {
        return Optional.ofNullable(figures.get(name));
    }
}

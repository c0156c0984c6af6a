package org.postern.admin.applications;

import org.postern.sentence.Sentence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A queue or a topic of applications, as it is on this node.
 *
 * @param name as a destination, such as {@code queue:orders}
 * @param routes what leads there, each in words; empty if nothing does
 * @param figures what the broker says; empty where it has none yet, or does not say
 */
public record ApplicationView(String name, List<Sentence> routes, Optional<Held> figures) {
    public ApplicationView {
        routes = List.copyOf(routes);
    }

    /**
     * What it holds.
     *
     * @param depth messages in it, those being delivered among them; of a topic, those of all its subscriptions
     * @param delivering that a consumer has and has not acknowledged
     * @param scheduled that wait for another attempt
     * @param consumers who read it now
     * @param added since the start of the broker
     * @param in messages a minute that came lately; empty until somebody has looked twice
     * @param out messages a minute that left lately; empty until then
     * @param oldest when the message was sent that is next; empty if there is none, and for topics
     */
    public record Held(long depth, long delivering, long scheduled, long consumers, long added, OptionalDouble in,
            OptionalDouble out, Optional<Instant> oldest) {}

    /** {@return whether mail waits there and nobody reads it} */
    public boolean isUnread() {
        return figures.filter(held -> held.depth() > 0 && held.consumers() == 0).isPresent();
    }
}

package org.postern.delivery.gate;

import org.postern.routing.Destination;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What people want for destinations, as it was known a moment ago: asked before each delivery, so it costs nothing. Nothing is known
 * before it was told for the first time. Safe for many threads.
 */
public final class ControlsInForce {
    /** So long, mail may still be parked by somebody who does not know yet that its destination is no longer paused. */
    private static final Duration UNNOTICED = Duration.ofMinutes(1);

    private final Set<String> freshlyResumed = new HashSet<>();
    private final Map<String, Instant> resumed = new HashMap<>();
    private volatile Optional<Map<String, DestinationControl>> controls = Optional.empty();

    /** From now on, these and no others count. */
    public synchronized void now(Collection<DestinationControl> all) {
        Map<String, DestinationControl> before = controls.orElse(Map.of());
        Map<String, DestinationControl> after = all.stream()
                .collect(Collectors.toUnmodifiableMap(DestinationControl::destination, c -> c, (a, b) -> b));
        before.keySet()
                .stream()
                .filter(name -> isPaused(before, name) && !isPaused(after, name))
                .forEach(
                        freshlyResumed::add);
        controls = Optional.of(after);
    }

    private static boolean isPaused(Map<String, DestinationControl> all, String name) {
        return all.containsKey(name) && all.get(name).paused();
    }

    /** {@return whether it has ever been told what people want} */
    public boolean areKnown() {
        return controls.isPresent();
    }

    /** {@return what is wanted for this destination} */
    public Optional<DestinationControl> of(Destination destination) {
        return controls.filter(known -> !known.isEmpty()).map(known -> known.get(destination.toString()));
    }

    /** {@return the destinations that have lately been resumed: mail may have missed it} */
    public synchronized List<Destination> resumed(Instant now) {
        freshlyResumed.forEach(name -> resumed.put(name, now.plus(UNNOTICED)));
        freshlyResumed.clear();
        resumed.values().removeIf(end -> !now.isBefore(end));
        resumed.keySet().removeIf(name -> isPaused(controls.orElse(Map.of()), name));
        return resumed.keySet().stream().map(Destination::parse).toList();
    }
}

package org.postern.delivery;

import org.postern.routing.Destination;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What people want for destinations, as it was known a moment ago: asked before each delivery, so it costs nothing. Safe for many threads. */
public final class ControlsInForce {
    private volatile Map<String, DestinationControl> controls = Map.of();

    /** From now on, these and no others count. */
    public void now(Collection<DestinationControl> all) {
        controls = all.stream()
                .collect(Collectors.toUnmodifiableMap(DestinationControl::destination, c -> c, (a, b) -> b));
    }

    /** {@return what is wanted for this destination} */
    public Optional<DestinationControl> of(Destination destination) {
        Map<String, DestinationControl> known = controls;
        return known.isEmpty() ? Optional.empty() : Optional.ofNullable(known.get(destination.toString()));
    }
}

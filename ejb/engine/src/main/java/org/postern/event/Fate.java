package org.postern.event;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many recipients of a message have come equally far.
 *
 * @param progress how far
 * @param recipients how many, at least one
 */
public record Fate(Progress progress, int recipients) {
    /** {@return how many have come how far, in the order of {@link Progress}; those that nobody has are left out} */
    public static List<Fate> of(Collection<Progress> recipients) {
        Map<Progress, Integer> counts = new EnumMap<>(Progress.class);
        recipients.forEach(one -> counts.merge(one, 1, Integer::sum));
        return counts.entrySet().stream().map(count -> new Fate(count.getKey(), count.getValue())).toList();
    }
}

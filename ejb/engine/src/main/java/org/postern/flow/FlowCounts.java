package org.postern.flow;

import java.util.EnumMap;
import java.util.Map;

/** How often each kind was counted; kinds that are missing were not at all. */
public record FlowCounts(Map<FlowKind, Long> of) {
    /** Nothing. */
    public static final FlowCounts NONE = new FlowCounts(Map.of());

    public FlowCounts {
        of = Map.copyOf(of);
    }

    /** {@return how often this kind was counted} */
    public long of(FlowKind kind) {
        return of.getOrDefault(kind, 0L);
    }

    /** {@return both together} */
    public FlowCounts plus(FlowCounts other) {
        Map<FlowKind, Long> sum = new EnumMap<>(FlowKind.class);
        sum.putAll(of);
        other.of.forEach((kind, count) -> sum.merge(kind, count, Long::sum));
        return new FlowCounts(sum);
    }
}

package org.postern.admin.flow;

import org.postern.flow.FlowCounts;

import java.time.Instant;
import java.util.List;

/**
 * What came and went over a range, in steps of the same length; the last one is not over yet.
 *
 * @param begins the first moment of the first step
 */
public record FlowHistory(FlowRange range, Instant begins, List<FlowCounts> steps) {
    public FlowHistory {
        steps = List.copyOf(steps);
    }

    /** {@return all steps together} */
    public FlowCounts total() {
        return steps.stream().reduce(FlowCounts.NONE, FlowCounts::plus);
    }
}

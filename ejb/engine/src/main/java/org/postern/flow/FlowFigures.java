package org.postern.flow;

import java.time.Instant;
import java.util.List;

/** The figures of all nodes, kept. */
public interface FlowFigures {
    /**
     * Adds what was counted in a minute to that minute and to its hour: to both, or to neither.
     *
     * @param node that has counted; no two nodes write the same row
     */
    void add(String node, FlowFigure minute);

    /** {@return what all nodes have counted together in the spans that begin from here on and before the end, in their order} */
    List<FlowFigure> between(FlowSpan span, Instant from, Instant end);

    /** Forgets the spans that began before. {@return how many rows} */
    int forget(FlowSpan span, Instant before);
}

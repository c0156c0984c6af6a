package org.postern.flow;

import java.time.Instant;

/**
 * What was counted in one span.
 *
 * @param begins the first moment of the span
 */
public record FlowFigure(Instant begins, FlowCounts counts) {}

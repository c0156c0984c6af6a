package org.postern.admin.flow;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;
import org.postern.flow.FlowCounts;
import org.postern.flow.FlowFigure;
import org.postern.flow.FlowFigures;
import org.postern.flow.FlowSpan;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How much mail came and went on all nodes, from figures that are some seconds old at most; never from the stories of messages. */
@Desk
@Singleton
public class FlowDesk {
    /** What {@link #lately} counts. */
    public static final Duration LATELY = Duration.ofMinutes(5);

    private final FlowFigures figures;
    private final InstantSource clock;

    @Inject
    FlowDesk(FlowFigures figures, InstantSource clock) {
        this.figures = figures;
        this.clock = clock;
    }

    /** {@return what came and went over this range up to now; steps in which nothing did are among them} */
    @Looks(Role.AUDITOR)
    public FlowHistory history(FlowRange range) {
        Duration step = range.step();
        long seconds = step.toSeconds();
        Instant end = Instant.ofEpochSecond(Math.floorDiv(clock.instant().getEpochSecond(), seconds) * seconds)
                .plus(step);
        Instant begins = end.minus(range.length());
        List<FlowCounts> steps = new ArrayList<>(
                Collections.nCopies((int) range.length().dividedBy(step), FlowCounts.NONE));
        for (FlowFigure figure : figures.between(range.span(), begins, end)) {
            int at = (int) Duration.between(begins, figure.begins()).dividedBy(step);
            steps.set(at, steps.get(at).plus(figure.counts()));
        }
        return new FlowHistory(range, begins, steps);
    }

    /** {@return what came and went in the last five minutes that are over} */
    @Looks(Role.AUDITOR)
    public FlowCounts lately() {
        Instant end = FlowSpan.MINUTE.begin(clock.instant());
        return figures.between(FlowSpan.MINUTE, end.minus(LATELY), end)
                .stream()
                .map(FlowFigure::counts)
                .reduce(FlowCounts.NONE, FlowCounts::plus);
    }
}

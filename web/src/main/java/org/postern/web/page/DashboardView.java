package org.postern.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.flow.FlowDesk;
import org.postern.admin.flow.FlowHistory;
import org.postern.admin.flow.FlowRange;
import org.postern.admin.parked.DestinationDesk;
import org.postern.admin.server.Readiness;
import org.postern.admin.server.Remarks;
import org.postern.delivery.gate.DoorView;
import org.postern.flow.FlowCounts;
import org.postern.flow.FlowKind;
import org.postern.web.chart.Chart;
import org.postern.web.chart.Series;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What an operator looks at first: how mail flows, and what keeps it from that; read once for each look. */
@Named
@RequestScoped
public class DashboardView {
    /** What goes through, and what does not: each has a scale of its own, for there is far more of the one. */
    private static final List<FlowKind> THROUGH = List.of(FlowKind.RECEIVED, FlowKind.DELIVERED);
    private static final List<FlowKind> NOT_THROUGH = List.of(FlowKind.REFUSED, FlowKind.DEFERRED, FlowKind.FAILED,
            FlowKind.QUARANTINED);
    private static final int DOORS = 20;

    @Inject
    private FlowDesk desk;
    @Inject
    private DestinationDesk destinations;
    @Inject
    private Readiness readiness;
    @Inject
    private Remarks remarks;

    private FlowRange range = FlowRange.HOUR;
    private FlowHistory history;
    private FlowCounts lately;
    private List<String> troubles;
    private List<DoorView> doors;

    /**
     * A line of the table beside the charts.
     *
     * @param lately a minute, over the last five that are over
     * @param peak a minute, in the step with the most
     */
    public record Figure(String name, String tone, String lately, String peak, long total) {}

    /** {@return the range in the address} */
    public String getRange() {
        return range.name().toLowerCase(Locale.ROOT);
    }

    /** Takes the hour for what is none. */
    public void setRange(String name) {
        range = Stream.of(FlowRange.values())
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(FlowRange.HOUR);
    }

    private FlowHistory history() {
        if (history == null) {
            history = desk.history(range);
        }
        return history;
    }

    public Chart getThrough() {
        return chart(THROUGH);
    }

    public Chart getNotThrough() {
        return chart(NOT_THROUGH);
    }

    private Chart chart(List<FlowKind> kinds) {
        return Chart.of(kinds.stream().map(kind -> new Series(name(kind), tone(kind), rates(kind))).toList());
    }

    private List<Double> rates(FlowKind kind) {
        double minutes = range.step().toMinutes();
        return history().steps().stream().map(step -> step.of(kind) / minutes).toList();
    }

    /** {@return the labels below, from left to right} */
    public List<String> getTimes() {
        return switch (range) {
            case HOUR -> List.of("60 minutes ago", "45", "30", "15", "now");
            case DAY -> List.of("24 hours ago", "18", "12", "6", "now");
            case MONTH -> List.of("30 days ago", "20", "10", "now");
        };
    }

    public List<Figure> getFigures() {
        List<Figure> figures = new ArrayList<>();
        for (FlowKind kind : FlowKind.values()) {
            double peak = rates(kind).stream().mapToDouble(Double::doubleValue).max().orElse(0);
            figures.add(new Figure(name(kind), tone(kind), Chart.label(lately(kind)), Chart.label(peak),
                    history().total().of(kind)));
        }
        return figures;
    }

    private double lately(FlowKind kind) {
        if (lately == null) {
            lately = desk.lately();
        }
        return lately.of(kind) / (double) FlowDesk.LATELY.toMinutes();
    }

    private static String name(FlowKind kind) {
        return switch (kind) {
            case RECEIVED -> "Received";
            case DELIVERED -> "Delivered";
            case REFUSED -> "Refused";
            case DEFERRED -> "Deferred";
            case FAILED -> "Failed";
            case QUARANTINED -> "Quarantined";
        };
    }

    private static String tone(FlowKind kind) {
        return switch (kind) {
            case RECEIVED -> "calm";
            case DELIVERED -> "good";
            case REFUSED -> "dim";
            case DEFERRED -> "wait";
            case FAILED -> "bad";
            case QUARANTINED -> "aside";
        };
    }

    /** {@return what keeps mail out, and what should be seen to} */
    public List<String> getTroubles() {
        if (troubles == null) {
            troubles = Stream.concat(readiness.obstacles().stream(), remarks.all().stream()).toList();
        }
        return troubles;
    }

    /** {@return the hosts that keep mail waiting now} */
    public List<DoorView> getDoors() {
        if (doors == null) {
            doors = destinations.doors().stream().limit(DOORS).toList();
        }
        return doors;
    }
}

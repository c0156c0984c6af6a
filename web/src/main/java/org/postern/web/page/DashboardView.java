package org.postern.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.flow.FlowDesk;
import org.postern.admin.flow.FlowHistory;
import org.postern.admin.flow.FlowRange;
import org.postern.admin.overview.Gauge;
import org.postern.admin.overview.Overview;
import org.postern.admin.overview.OverviewDesk;
import org.postern.delivery.gate.DoorView;
import org.postern.flow.FlowKind;
import org.postern.sentence.Sentence;
import org.postern.web.chart.Chart;
import org.postern.web.chart.Series;
import org.postern.web.text.Texts;

import java.time.Instant;
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
    private OverviewDesk desk;

    private FlowRange range = FlowRange.HOUR;
    private FlowHistory history;
    private Overview overview;

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
            case HOUR -> times("minutesAgoX", "60", "45", "30", "15");
            case DAY -> times("hoursAgoX", "24", "18", "12", "6");
            case MONTH -> times("daysAgoX", "30", "20", "10");
        };
    }

    private static List<String> times(String first, String... steps) {
        Texts texts = Texts.current();
        List<String> times = new ArrayList<>(List.of(steps));
        times.set(0, texts.say("dashboard." + first, steps[0]));
        times.add(texts.say("dashboard.now"));
        return times;
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
        return overview().lately().of(kind) / (double) FlowDesk.LATELY.toMinutes();
    }

    private static String name(FlowKind kind) {
        return Texts.current().word(kind);
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

    private Overview overview() {
        if (overview == null) {
            overview = desk.now();
        }
        return overview;
    }

    /** {@return what keeps mail out, and what should be seen to} */
    public List<Sentence> getTroubles() {
        return overview().troubles();
    }

    /** {@return how stores, disks, scanners and certificates stand} */
    public List<Gauge> getGauges() {
        return overview().gauges();
    }

    /** {@return the class of colour that goes with it} */
    public String tone(Gauge gauge) {
        return switch (gauge.state()) {
            case GOOD -> "good";
            case SOON -> "wait";
            case BAD -> "bad";
        };
    }

    /** {@return of what was received over the range, how much went into quarantine, in words} */
    public String getSpamRate() {
        long received = history().total().of(FlowKind.RECEIVED);
        long held = history().total().of(FlowKind.QUARANTINED);
        return received == 0
                ? Texts.current().say("dashboard.nothingReceived")
                : String.format(Texts.current().locale(), "%.1f %%", 100.0 * held / received);
    }

    /** {@return the hosts that keep mail waiting now} */
    public List<DoorView> getDoors() {
        return overview().doors().stream().limit(DOORS).toList();
    }

    /** {@return when the message was sent to the outgoing queue that is next there; null, for the page, if there is none} */
    public Instant getOldest() {
        return overview().oldest().orElse(null);
    }

    /** {@return when the first of the deferred mail is tried; null, for the page, if there is none} */
    public Instant getDue() {
        return overview().due().orElse(null);
    }
}

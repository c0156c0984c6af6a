package org.postern.monitor;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import org.postern.metric.Metric;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of one metric, gathered when somebody asks. For one thread. */
final class Sheet {
    /** More of a label's value is cut off. */
    private static final int LONGEST = 64;

    private final Metric metric;
    private final Map<List<String>, Double> lines = new LinkedHashMap<>();

    Sheet(Metric metric) {
        this.metric = metric;
    }

    /** Adds a number of something. */
    Sheet add(long value, String... labels) {
        return add((double) value, labels);
    }

    /** Adds a figure; where there is one of the same labels, both together count. */
    Sheet add(double value, String... labels) {
        lines.merge(List.of(labels).stream().map(Sheet::cut).toList(), value, Double::sum);
        return this;
    }

    private static String cut(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    }

    MetricSnapshot done() {
        return metric.type() == Metric.Type.COUNTER ? counter() : gauge();
    }

    private MetricSnapshot counter() {
        CounterSnapshot.Builder all = CounterSnapshot.builder().name(metric.base()).help(metric.meaning());
        lines.forEach((labels, value) -> all.dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                .labels(labels(labels))
                .value(value)
                .build()));
        return all.build();
    }

    private MetricSnapshot gauge() {
        GaugeSnapshot.Builder all = GaugeSnapshot.builder().name(metric.base()).help(metric.meaning());
        lines.forEach((labels, value) -> all.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                .labels(labels(labels))
                .value(value)
                .build()));
        return all.build();
    }

    private Labels labels(List<String> values) {
        return Labels.of(metric.labelNames(), values.toArray(String[]::new));
    }
}

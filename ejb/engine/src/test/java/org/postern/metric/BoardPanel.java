package org.postern.metric;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A metric as Grafana draws it.
 *
 * @param metric what is drawn
 * @param number its place on the board, from 0 on
 */
record BoardPanel(Metric metric, int number) {
    private static final int IN_A_ROW = 3;
    private static final int WIDTH = 8;
    private static final int HEIGHT = 8;
    private static final List<String> QUANTILES = List.of("0.5", "0.95", "0.99");

    /** A line of the panel: what is asked, and what it is called. */
    private record Target(String expression, String legend) {}

    String json() {
        String targets = IntStream.range(0, targets().size())
                .mapToObj(
                        place -> """
                                { "refId": "%s", "datasource": { "type": "prometheus", "uid": "${datasource}" }, "expr": %s, "legendFormat": %s }"""
                                .formatted((char) ('A' + place), quoted(targets().get(place).expression()),
                                        quoted(targets().get(place).legend())))
                .collect(Collectors.joining(",\n        "));
        return """
                {
                  "id": %d,
                  "type": "timeseries",
                  "title": %s,
                  "description": %s,
                  "datasource": { "type": "prometheus", "uid": "${datasource}" },
                  "gridPos": { "x": %d, "y": %d, "w": %d, "h": %d },
                  "fieldConfig": { "defaults": { "unit": "%s" }, "overrides": [] },
                  "targets": [
                    %s
                  ]
                }""".formatted(number + 1, quoted(title()), quoted(metric.meaning()), number % IN_A_ROW * WIDTH,
                number / IN_A_ROW * HEIGHT, WIDTH, HEIGHT, unit(), targets);
    }

    private String title() {
        String words = metric.base().replaceFirst("^postern_", "").replaceFirst("_seconds$", "").replace('_', ' ');
        return metric.type() == Metric.Type.COUNTER ? words + " a second" : words;
    }

    private String unit() {
        if (metric.type() == Metric.Type.COUNTER) {
            return "cps";
        }
        return metric.base().endsWith("_seconds") ? "s" : metric == Metric.CERTIFICATE ? "d" : "short";
    }

    private List<Target> targets() {
        String instances = "{instance=~\"$instance\"}";
        String by = Stream.concat(Stream.of("instance"), metric.labels().stream().map(MetricLabel::label))
                .collect(Collectors.joining(", "));
        String legend = Stream.concat(Stream.of("instance"), metric.labels().stream().map(MetricLabel::label))
                .map(label -> "{{" + label + "}}")
                .collect(Collectors.joining(" "));
        return switch (metric.type()) {
            case GAUGE -> List.of(new Target(metric.exposed() + instances, legend));
            case COUNTER -> List.of(new Target("sum by (%s) (rate(%s%s[$__rate_interval]))".formatted(by,
                    metric.exposed(), instances), legend));
            case HISTOGRAM -> QUANTILES.stream()
                    .map(quantile -> new Target(
                            "histogram_quantile(%s, sum by (%s, le) (rate(%s_bucket%s[$__rate_interval])))"
                                    .formatted(quantile, by, metric.exposed(), instances),
                            legend + " " + quantile))
                    .toList();
        };
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}

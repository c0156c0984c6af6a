package org.postern.it.benchmark;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** All measurements, and the table made of them. */
final class Comparison {
    private final String first;
    private final String second;
    private final Map<Workload, Map<String, List<Measurement>>> measurements = new LinkedHashMap<>();

    Comparison(String first, String second) {
        this.first = first;
        this.second = second;
    }

    void add(Workload workload, String subject, Measurement measurement) {
        measurements.computeIfAbsent(workload, w -> new LinkedHashMap<>())
                .computeIfAbsent(subject, s -> new java.util.ArrayList<>())
                .add(measurement);
    }

    /** {@return a Markdown table of the medians; a ratio is the second subject's figure divided by the first's} */
    String table() {
        StringBuilder table = new StringBuilder(
                """
                        | size | sessions | connections | runs | accepted/s %1$s | %2$s | ratio | relayed/s %1$s | %2$s | ratio | \
                        CPU s/1000 %1$s | %2$s | ratio | memory MB %1$s | %2$s |
                        |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
                        """
                        .formatted(first, second));
        measurements.forEach((workload, bySubject) -> table.append(row(workload, bySubject)));
        return table.toString();
    }

    private String row(Workload workload, Map<String, List<Measurement>> bySubject) {
        List<Measurement> one = bySubject.getOrDefault(first, List.of());
        List<Measurement> two = bySubject.getOrDefault(second, List.of());
        return "| %s | %d | %s | %d | %s | %s | %s | %s | %s |%n".formatted(workload.size(), workload.sessions(),
                workload.connections(), Math.max(one.size(), two.size()),
                compared(one, two, Measurement::acceptedPerSecond, "%.0f"),
                compared(one, two, Measurement::relayedPerSecond, "%.0f"),
                compared(one, two, Measurement::cpuPerThousand, "%.2f"),
                cell(median(one, Measurement::memoryInMebi), "%.0f"),
                cell(median(two, Measurement::memoryInMebi), "%.0f"));
    }

    private static String compared(List<Measurement> one, List<Measurement> two, ToDoubleFunction<Measurement> figure,
            String format) {
        Optional<Double> left = median(one, figure);
        Optional<Double> right = median(two, figure);
        Optional<Double> ratio = left.flatMap(l -> right.map(r -> r / l));
        return cell(left, format) + " | " + cell(right, format) + " | " + cell(ratio, "**%.2f**");
    }

    private static Optional<Double> median(List<Measurement> runs, ToDoubleFunction<Measurement> figure) {
        List<Double> sorted = runs.stream()
                .filter(Measurement::complete)
                .map(figure::applyAsDouble)
                .sorted(Comparator.naturalOrder())
                .toList();
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2));
    }

    private static String cell(Optional<Double> figure, String format) {
        return figure.map(format::formatted).orElse("-");
    }
}

package org.postern.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Holds {@code docs/metrics.md}, and the alert rules and the board beside it, together with the list of metrics. */
class MetricsPageTest {
    private static final Path DOCS = Path.of("..", "..", "docs");
    private static final Path TARGET = Path.of("target");
    private static final String START = "| metric | type | labels | meaning |\n|---|---|---|---|\n";

    private static void holds(String file, String wanted) throws IOException {
        Path made = TARGET.resolve(Path.of(file).getFileName());
        Files.writeString(made, wanted);
        Path page = DOCS.resolve(file);
        assertThat(Files.exists(page) ? Files.readString(page) : "").as("cp ejb/engine/%s docs/%s", made, file)
                .isEqualTo(wanted);
    }

    @Test
    void thePageShowsAllMetricsAndTheValuesOfTheirLabels() throws IOException {
        String page = Files.readString(DOCS.resolve("metrics.md"));
        String head = page.substring(0, page.indexOf(START) + START.length());
        holds("metrics.md", head + Arrays.stream(Metric.values())
                .map(metric -> "| `%s` | %s | %s | %s |%n".formatted(metric.exposed(), word(metric.type()),
                        metric.labels()
                                .stream()
                                .map(label -> "`" + label.label() + "`")
                                .collect(Collectors.joining(", ")),
                        metric.meaning()))
                .collect(Collectors.joining()) + "\n| label | values |\n|---|---|\n"
                + Arrays.stream(MetricLabel.values())
                        .map(label -> "| `%s` | %s |%n".formatted(label.label(), values(label)))
                        .collect(Collectors.joining()));
    }

    private static String word(Metric.Type type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static String values(MetricLabel label) {
        return label.choices().isEmpty()
                ? label.meaning()
                : label.choices().stream().map(value -> "`" + value + "`").collect(Collectors.joining(", "));
    }

    @Test
    void theAlertRulesRestOnMetricsThatThereAre() throws IOException {
        String rules = """
                # Made from the list of metrics (ejb/engine/src/test/java/org/postern/metric/AlertRule.java). What counts as much is a matter of the
                # installation: copy this file and change the numbers.
                groups:
                  - name: postern
                    rules:
                """
                + AlertRule.ALL.stream().map(AlertRule::yaml).collect(Collectors.joining()).stripTrailing() + "\n";
        holds("metrics/alerts.yml", rules);
        Map<String, Object> read = new Yaml().load(rules);
        assertThat(read).containsOnlyKeys("groups");
        List<String> known = Arrays.stream(Metric.values()).map(Metric::exposed).toList();
        AlertRule.ALL.forEach(rule -> assertThat(Pattern.compile("postern_\\w+?(?=_bucket|\\W|$)")
                .matcher(rule.expression())
                .results()
                .map(MatchResult::group)).as(rule.name()).isNotEmpty().isSubsetOf(known));
        assertThat(AlertRule.ALL.stream().map(AlertRule::name)).doesNotHaveDuplicates();
    }

    @Test
    void theBoardDrawsAllMetrics() throws IOException {
        List<Metric> all = List.of(Metric.values());
        String board = """
                {
                  "title": "Postern",
                  "uid": "postern",
                  "schemaVersion": 39,
                  "timezone": "browser",
                  "refresh": "30s",
                  "time": { "from": "now-6h", "to": "now" },
                  "templating": {
                    "list": [
                      { "name": "datasource", "type": "datasource", "query": "prometheus" },
                      { "name": "instance", "type": "query", "datasource": { "type": "prometheus", "uid": "${datasource}" }, "query": "label_values(postern_ready, instance)", "multi": true, "includeAll": true, "refresh": 2 }
                    ]
                  },
                  "panels": [
                """
                + IntStream.range(0, all.size())
                        .mapToObj(number -> new BoardPanel(all.get(number), number).json()
                                .indent(4)
                                .stripTrailing())
                        .collect(Collectors.joining(",\n"))
                + "\n  ]\n}\n";
        holds("metrics/board.json", board);
        Map<String, Object> read = new Yaml().load(board);
        assertThat((List<?>) read.get("panels")).hasSameSizeAs(all);
    }

    /** Whoever looks for a figure finds it by the same rules everywhere. */
    @Test
    void namesAndLabelsAreWordsOfPrometheus() {
        assertThat(Arrays.stream(Metric.values()).map(Metric::exposed)).doesNotHaveDuplicates()
                .allMatch(name -> name.matches("postern(_[a-z]+)+"));
        Arrays.stream(MetricLabel.values()).forEach(label -> {
            assertThat(label.label()).matches("[a-z]+");
            assertThat(label.choices()).allMatch(value -> value.matches("[a-z_]+"));
            assertThat(label.choices().isEmpty()).as("%s is described", label).isNotEqualTo(label.meaning().isEmpty());
        });
    }
}

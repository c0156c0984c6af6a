package org.postern.metric;

import java.util.Arrays;
import java.util.List;

/**
 * When somebody should look, as Prometheus is told.
 *
 * @param name of the alert
 * @param condition in PromQL, with a {@code %s} for the name of each metric
 * @param lasting how long it must be so
 * @param severity whether at once
 * @param summary what is so, in a sentence
 * @param remedy what to do, in a sentence
 * @param metrics what it rests on
 */
record AlertRule(String name, String condition, String lasting, String severity, String summary, String remedy,
        List<Metric> metrics) {
    private static final String AT_ONCE = "critical";
    private static final String SOON = "warning";
    private static final String SLOWEST = "histogram_quantile(0.95, sum by (instance, le) (rate(%s_bucket";

    static final List<AlertRule> ALL = List.of(
            rule("PosternAbsent", "absent(%s)", "5m", AT_ONCE, "No gateway tells its figures",
                    "See that it runs, and that metrics.port is set and can be reached.", Metric.READY),
            rule("PosternNotReady", "%s == 0", "2m", AT_ONCE, "The gateway takes no mail",
                    "Ask it why: /health/ready says so in words.", Metric.READY),
            rule("PosternStoreDown", "%s == 0", "1m", AT_ONCE, "The {{ $labels.store }} is not well",
                    "See the section on outages of docs/operations.md.", Metric.STORE_UP),
            rule("PosternListenerDown", "%s == 0", "2m", AT_ONCE, "The listener {{ $labels.listener }} is not open",
                    "See the log for why, and /health/ready.", Metric.LISTENER_UP),
            rule("PosternQueueStands", "%s{queue!~\"postern.dead|postern.events|postern.archive\"} > 900", "5m", SOON,
                    "What is next in {{ $labels.queue }} has been there for {{ $value | humanizeDuration }}",
                    "See which destinations are slow or shut, and whether the stores are well.", Metric.OLDEST),
            rule("PosternDeadLetters", "%s{queue=\"postern.dead\"} > 0", "1m", SOON,
                    "{{ $value }} messages could not be processed",
                    "See the page of dead letters in the console, or ./postern dead list.", Metric.DEPTH),
            rule("PosternStoriesBehind", "%s{queue=\"postern.events\"} > 100000", "15m", SOON,
                    "{{ $value }} lots of events are not stored yet", "See how slow the database is.", Metric.DEPTH),
            rule("PosternMuchDeferred",
                    "sum by (instance) (rate(%1$s[15m])) > 2 * sum by (instance) (rate(%2$s[15m])) and sum by (instance) (rate(%1$s[15m])) > 0.1",
                    "30m", SOON, "More than two attempts in three are put off",
                    "See by kind what is said: network troubles, greylisting, or a policy against this gateway.",
                    Metric.DEFERRED, Metric.DELIVERED),
            rule("PosternMuchFails",
                    "sum by (instance) (rate(%1$s[15m])) > 0.2 * sum by (instance) (rate(%2$s[15m])) and sum by (instance) (rate(%1$s[15m])) > 0.1",
                    "15m", SOON, "More than one delivery in six fails for good",
                    "See the latest failures in the console: a list of old addresses, or a block against this gateway.",
                    Metric.FAILED, Metric.DELIVERED),
            rule("PosternParkedGrows", "delta(sum by (instance) (%s)[6h:10m]) > 10000", "30m", SOON,
                    "{{ $value | humanize }} messages more wait than six hours ago",
                    "See in the console which destinations they wait for.", Metric.PARKED),
            rule("PosternDoorsShut", "%s{state=\"shut\"} > 50", "15m", SOON,
                    "{{ $value }} sets of hosts cannot be reached", "See that this network and its DNS are well.",
                    Metric.DOORS),
            rule("PosternSlowToAccept", SLOWEST + "{result=\"accepted\"}[5m]))) > 10", "15m", SOON,
                    "One message in twenty waits {{ $value | humanizeDuration }} for its 250",
                    "See the times of scanners, of the database and of the broker's journal.", Metric.TRANSACTION),
            rule("PosternSlowJournal", SLOWEST + "[5m]))) > 1", "15m", SOON,
                    "One posting in twenty takes the broker {{ $value | humanizeDuration }}",
                    "See how busy the disk of the journal is.", Metric.COMMIT),
            rule("PosternSlowDatabase", SLOWEST + "{work=\"probe\"}[5m]))) > 1", "15m", SOON,
                    "One look at the database in twenty takes {{ $value | humanizeDuration }}",
                    "See how busy the database and its disk are.", Metric.DATABASE),
            rule("PosternScannerLeftOut", "%s == 0", "5m", SOON, "The scanner {{ $labels.scanner }} is left out",
                    "See that it runs and answers.", Metric.SCANNER_UP),
            rule("PosternCertificateEnds", "%s < 14", "1h", SOON,
                    "The certificate of the listener {{ $labels.listener }} ends in {{ $value | humanize }} days",
                    "Put a new one in the place of its files.", Metric.CERTIFICATE),
            rule("PosternCertificateOver", "%s < 1", "5m", AT_ONCE,
                    "The certificate of the listener {{ $labels.listener }} is over, or is tomorrow",
                    "Put a new one in the place of its files; it is taken up within seconds.", Metric.CERTIFICATE),
            rule("PosternReadingLate", "%s == 0", "10m", SOON,
                    "What is asked of the {{ $labels.reading }} is not there within a second",
                    "See whether the store behind it is well; figures of that kind are left out meanwhile.",
                    Metric.READING_OK));

    private static AlertRule rule(String name, String condition, String lasting, String severity, String summary,
            String remedy, Metric... metrics) {
        return new AlertRule(name, condition, lasting, severity, summary, remedy, List.of(metrics));
    }

    String expression() {
        return condition.formatted(metrics.stream().map(Metric::exposed).toArray());
    }

    /** {@return the rule in YAML, as one of a list} */
    String yaml() {
        return Arrays
                .asList("      - alert: " + name, "        expr: " + quoted(expression()), "        for: " + lasting,
                        "        labels:", "          severity: " + severity, "        annotations:",
                        "          summary: " + quoted(summary), "          description: " + quoted(remedy), "")
                .stream()
                .reduce("", (text, line) -> text + line + "\n");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}

package org.postern.config.file;

import org.postern.config.rule.RecipientPattern;
import org.postern.config.rule.RetryRule;
import org.postern.delivery.outcome.RetrySettings;
import org.tomlj.TomlTable;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the tables {@code [[retry-rule]]}. */
final class RetryRuleReader {
    static final String TABLE = "retry-rule";

    private static final List<String> KEYS = List.of("recipient", "schedule", "network", "greylisted", "full", "policy",
            "expiry", "delay-notice");
    private static final int MOST = 1000;

    private final Problems problems;

    RetryRuleReader(Problems problems) {
        this.problems = problems;
    }

    List<RetryRule> read(TomlTable file) {
        return TableReader.each(file, TABLE, problems, KEYS, RetryRuleReader::rule).stream().limit(MOST).toList();
    }

    private static Optional<RetryRule> rule(TableReader table) {
        Map<RetryRule.Kind, List<Duration>> kinds = new EnumMap<>(RetryRule.Kind.class);
        for (RetryRule.Kind kind : RetryRule.Kind.values()) {
            waits(table, kind.name().toLowerCase(Locale.ROOT)).ifPresent(waits -> kinds.put(kind, waits));
        }
        Optional<List<Duration>> schedule = waits(table, "schedule");
        Optional<Duration> expiry = table.optional("expiry", RetrySettings.EXPIRY.type()::parse);
        Optional<Duration> notice = table.optional("delay-notice", RetrySettings.DELAY_NOTICE.type()::parse);
        return table.required("recipient", RecipientPattern::parse)
                .map(recipients -> new RetryRule(recipients, schedule, kinds, expiry, notice));
    }

    private static Optional<List<Duration>> waits(TableReader table, String key) {
        return table.optional(key, text -> {
            List<Duration> waits = RetrySettings.SCHEDULE.type().parse(text);
            if (waits.isEmpty()) {
                throw new IllegalArgumentException(key + " has at least one waiting time");
            }
            return waits;
        });
    }
}

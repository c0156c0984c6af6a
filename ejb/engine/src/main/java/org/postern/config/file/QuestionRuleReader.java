package org.postern.config.file;

import org.postern.config.SettingType;
import org.postern.config.SettingTypes;
import org.postern.config.rule.QuestionRule;
import org.postern.config.rule.QuestionRule.Step;
import org.postern.config.rule.RecipientPattern;
import org.tomlj.TomlTable;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads the tables {@code [[question]]}. */
final class QuestionRuleReader {
    static final String TABLE = "question";

    private static final List<String> KEYS = List.of("recipient", "at", "application", "within", "remembered",
            "waiting");
    private static final int MOST = 1000;
    private static final SettingType<Duration> PATIENCE = SettingTypes.duration("10ms", "30s");
    private static final SettingType<Duration> MEMORY = SettingTypes.duration("0s", "1d");
    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int WAITING = 50;

    private final Problems problems;

    QuestionRuleReader(Problems problems) {
        this.problems = problems;
    }

    /** {@return the rules in their order} */
    List<QuestionRule> read(TomlTable file) {
        return TableReader.each(file, TABLE, problems, KEYS, QuestionRuleReader::rule).stream().limit(MOST).toList();
    }

    private static Optional<QuestionRule> rule(TableReader table) {
        Optional<RecipientPattern> recipients = table.required("recipient", RecipientPattern::parse);
        Optional<Step> step = table.required("at", QuestionRuleReader::step);
        Optional<String> application = table.required("application", name -> name);
        Duration within = table.optional("within", PATIENCE::parse).orElse(WITHIN);
        Duration remembered = table.optional("remembered", MEMORY::parse).orElse(REMEMBERED);
        int waiting = table.has("waiting")
                ? table.number("waiting", 1, QuestionRule.MOST_WAITING).map(Double::intValue).orElse(WAITING)
                : WAITING;
        if (recipients.isEmpty() || step.isEmpty() || application.isEmpty()) {
            return Optional.empty();
        }
        return table.understood("application", () -> new QuestionRule(recipients.get(), step.get(), application.get(),
                within, remembered, waiting));
    }

    private static Step step(String text) {
        return switch (text) {
            case "rcpt" -> Step.RCPT;
            case "data" -> Step.DATA;
            default ->
                throw new IllegalArgumentException("an application is asked at \"rcpt\" or \"data\", not " + text);
        };
    }
}

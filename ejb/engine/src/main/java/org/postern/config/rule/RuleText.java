package org.postern.config.rule;

import org.postern.config.rule.RuleKey.Action;
import org.postern.sentence.Sentence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A rule as people write it: for each key its texts, in their order.
 *
 * @param texts of {@link RuleKey} by name, in the order in which a page shows the keys; those that nobody knows behind
 */
public record RuleText(Map<String, List<String>> texts) {
    private static final Sentence.Form UNKNOWN = Sentence.form("unknownInRule",
            "a rule knows nothing that is called {0}");
    private static final Sentence.Form TOO_LONG = Sentence.form("ruleTooLong",
            "a rule has at most {0,number,#} characters, none of them for control");
    private static final Sentence.Form NOTHING_FOR = Sentence.form("keyNothingForAction",
            "{0} is nothing for {1}");
    private static final Sentence.Form NOT_PRINTABLE = Sentence.form("notPrintable",
            "what a client is told is printable ASCII, not {0}");
    private static final Sentence.Form MISSING = Sentence.form("keyMissing",
            "{0} is missing");

    /** The most characters of a rule as it is kept. */
    public static final int LONGEST = 16_000;
    /** What belongs to which action, and is nothing for another one. */
    private static final Map<RuleKey<?>, Set<Action>> OF_ACTIONS = Map.of(RuleKey.TEXT,
            Set.of(Action.QUARANTINE, Action.DEFER, Action.REFUSE), RuleKey.SCORE, Set.of(Action.SCORE), RuleKey.FIELD,
            Set.of(Action.MARK), RuleKey.TO, Set.of(Action.REDIRECT, Action.COPY));

    public RuleText {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        for (RuleKey<?> key : RuleKey.ALL) {
            if (texts.containsKey(key.name())) {
                kept.put(key.name(), List.copyOf(texts.get(key.name())));
            }
        }
        texts.forEach((key, values) -> kept.putIfAbsent(key, List.copyOf(values)));
        texts = Collections.unmodifiableMap(kept);
    }

    /**
     * {@return the rule}
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public MailRule toRule() {
        for (String key : texts.keySet()) {
            if (RuleKey.named(key).isEmpty()) {
                throw UNKNOWN.refused(key);
            }
        }
        if (texts.values().stream().flatMap(List::stream).anyMatch(RuleText::isUnprintable)
                || lines().length() > LONGEST) {
            throw TOO_LONG.refused(LONGEST);
        }
        return new MailRule(needed(RuleKey.NAME), RuleKey.COMMENT.in(texts).orElse(""), who(), what(),
                new RuleTimes(RuleKey.HOURS.in(texts), RuleKey.DAYS.in(texts), RuleKey.SINCE.in(texts),
                        RuleKey.UNTIL.in(texts)),
                action());
    }

    private static boolean isUnprintable(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    private MailRule.Who who() {
        return new MailRule.Who(RuleKey.CLIENT.in(texts), RuleKey.USER.in(texts), RuleKey.SENDER.in(texts),
                RuleKey.AUTHOR.in(texts), RuleKey.RECIPIENT.in(texts));
    }

    private MailRule.What what() {
        return new MailRule.What(RuleKey.HEADER.in(texts), RuleKey.SYMBOL_FOUND.in(texts),
                RuleKey.SCORE_AT_LEAST.in(texts).map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                RuleKey.LARGER_THAN.in(texts).map(OptionalLong::of).orElse(OptionalLong.empty()),
                RuleKey.ATTACHMENT.in(texts), RuleKey.ATTACHMENT_TYPE.in(texts), RuleKey.HAS_ATTACHMENT.in(texts),
                RuleKey.AUTHENTICATION.in(texts));
    }

    private RuleAction action() {
        Action action = needed(RuleKey.ACTION);
        OF_ACTIONS.forEach((key, actions) -> {
            if (texts.containsKey(key.name()) && !actions.contains(action)) {
                throw NOTHING_FOR.refused(key.name(), action.word());
            }
        });
        return switch (action) {
            case ACCEPT -> new RuleAction.Accept();
            case QUARANTINE -> new RuleAction.Quarantine(RuleKey.TEXT.in(texts).orElse(""));
            case DEFER -> new RuleAction.Defer(reply());
            case REFUSE -> new RuleAction.Refuse(reply());
            case SCORE -> new RuleAction.Score(needed(RuleKey.SCORE));
            case MARK -> new RuleAction.Mark(needed(RuleKey.FIELD));
            case REDIRECT -> new RuleAction.Redirect(needed(RuleKey.TO));
            case COPY -> new RuleAction.Copy(needed(RuleKey.TO));
        };
    }

    private String reply() {
        String text = RuleKey.TEXT.in(texts).orElse("");
        if (!text.chars().allMatch(c -> c >= ' ' && c < 127)) {
            throw NOT_PRINTABLE.refused(text);
        }
        return text;
    }

    private <T> T needed(RuleKey<Optional<T>> key) {
        return key.in(texts).orElseThrow(() -> MISSING.refused(key.name()));
    }

    /** {@return the rule as it is kept: a line {@code key=text} for each text} */
    public String lines() {
        return texts.entrySet()
                .stream()
                .flatMap(entry -> entry.getValue().stream().map(text -> entry.getKey() + "=" + text))
                .collect(Collectors.joining("\n"));
    }

    /** {@return what {@link #lines} gave; a line that is none is a key that nobody knows} */
    public static RuleText of(String lines) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        lines.lines().forEach(line -> {
            int sign = line.indexOf('=');
            texts.computeIfAbsent(line.substring(0, Math.max(sign, 0)), key -> new ArrayList<>())
                    .add(line.substring(sign + 1));
        });
        return new RuleText(texts);
    }

    /** {@return the name that is written, whether it is a good one or not; the empty string if there is none} */
    public String name() {
        return texts.getOrDefault(RuleKey.NAME.name(), List.of("")).stream().findFirst().orElse("");
    }
}

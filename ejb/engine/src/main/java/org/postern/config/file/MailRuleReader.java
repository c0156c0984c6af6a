package org.postern.config.file;

import org.postern.config.rule.MailRule;
import org.postern.config.rule.RuleKey;
import org.postern.config.rule.RuleText;
import org.tomlj.TomlTable;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the tables {@code [[rule]]}. */
final class MailRuleReader {
    static final String TABLE = "rule";
    /** What stood in place of such rules before there were any. */
    static final String FORMER_TABLE = "header-rule";

    private static final List<String> KEYS = RuleKey.ALL.stream().map(RuleKey::name).toList();

    private final Problems problems;
    private final Set<String> names = new HashSet<>();

    MailRuleReader(Problems problems) {
        this.problems = problems;
    }

    List<MailRule> read(TomlTable file) {
        if (file.contains(List.of(FORMER_TABLE))) {
            problems.add(file.inputPositionOf(List.of(FORMER_TABLE)),
                    "a [[header-rule]] is written as a [[rule]]: name, action = \"refuse\" or \"quarantine\", and"
                            + " header = \"X-Spam-Flag: *YES*\"");
        }
        return TableReader.each(file, TABLE, problems, KEYS, this::rule);
    }

    private Optional<MailRule> rule(TableReader table) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        boolean good = true;
        for (RuleKey<?> key : RuleKey.ALL) {
            if (table.has(key.name())) {
                Optional<List<String>> given = table.words(key.name());
                given.ifPresent(words -> texts.put(key.name(), words));
                good &= given.flatMap(words -> table.understood(key.name(), () -> key.read(words))).isPresent();
            }
        }
        return good ? table.understood("name", () -> once(new RuleText(texts).toRule())) : Optional.empty();
    }

    private MailRule once(MailRule rule) {
        if (!names.add(rule.name())) {
            throw new IllegalArgumentException("there is another rule of this name: " + rule.name());
        }
        if (names.size() > MailRule.MOST) {
            throw new IllegalArgumentException("there are at most " + MailRule.MOST + " rules");
        }
        return rule;
    }
}

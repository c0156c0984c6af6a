package org.postern.config.file;

import org.postern.config.SettingType;
import org.postern.config.SettingTypes;
import org.postern.config.rule.HeaderRule;
import org.tomlj.TomlTable;

import java.util.List;
import java.util.Optional;

/** Reads the tables {@code [[header-rule]]}. */
final class HeaderRuleReader {
    static final String TABLE = "header-rule";

    private static final List<String> KEYS = List.of("field", "contains", "action");

    private final Problems problems;

    HeaderRuleReader(Problems problems) {
        this.problems = problems;
    }

    List<HeaderRule> read(TomlTable file) {
        return TableReader.each(file, TABLE, problems, KEYS, HeaderRuleReader::rule);
    }

    private static Optional<HeaderRule> rule(TableReader table) {
        SettingType<HeaderRule.Action> actions = SettingTypes.choice(HeaderRule.Action.class);
        Optional<String> field = table.required("field", HeaderRule::fieldName);
        Optional<String> contains = table.required("contains", HeaderRule::soughtText);
        Optional<HeaderRule.Action> action = table.required("action", actions::parse);
        return field.flatMap(f -> contains.flatMap(c -> action.map(a -> new HeaderRule(f, c, a))));
    }
}

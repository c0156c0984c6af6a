package org.postern.config.file;

import org.postern.config.SettingType;
import org.postern.config.SettingTypes;
import org.postern.config.rule.RecipientPattern;
import org.postern.config.rule.TlsPolicy;
import org.postern.config.rule.TlsRule;
import org.tomlj.TomlTable;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the tables {@code [[tls-policy]]}. */
final class TlsRuleReader {
    static final String TABLE = "tls-policy";
    private static final List<String> KEYS = List.of("domain", "policy", "names", "authorities");

    private final Problems problems;

    TlsRuleReader(Problems problems) {
        this.problems = problems;
    }

    List<TlsRule> read(TomlTable file) {
        return TableReader.each(file, TABLE, problems, KEYS, TlsRuleReader::rule);
    }

    private static Optional<TlsRule> rule(TableReader table) {
        SettingType<TlsPolicy> policies = SettingTypes.choice(TlsPolicy.class);
        Optional<RecipientPattern> domains = table.required("domain", TlsRule::domains);
        List<String> names = table.texts("names").orElse(List.of());
        Optional<Path> authorities = table.optional("authorities", Path::of);
        return domains.flatMap(d -> table.required("policy",
                policy -> new TlsRule(d, policies.parse(policy), names, authorities)));
    }
}

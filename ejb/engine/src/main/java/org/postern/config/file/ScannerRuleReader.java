package org.postern.config.file;

import org.postern.config.SettingType;
import org.postern.config.SettingTypes;
import org.postern.config.rule.LoginRule;
import org.postern.config.rule.ScannerAddress;
import org.postern.config.rule.ScannerRule;
import org.postern.config.rule.ScannerRule.Kind;
import org.postern.config.rule.ScannerRule.Limits;
import org.postern.config.rule.ScannerRule.Options;
import org.postern.config.rule.ScannerRule.WhenAbsent;
import org.postern.config.rule.ScannerRule.WhenLarger;
import org.postern.config.rule.Secret;
import org.tomlj.TomlTable;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the tables {@code [[scanner]]}. */
final class ScannerRuleReader {
    static final String TABLE = "scanner";

    private static final List<String> KEYS = List.of("name", "kind", "address", "time-limit", "size-limit",
            "concurrency", "when-absent", "when-larger", "weight", "factor", "user", "password");
    private static final Map<String, Set<Kind>> KINDS = Map.of("weight", Set.of(Kind.CLAMD), "factor",
            Set.of(Kind.SPAMD, Kind.RSPAMD), "user", Set.of(Kind.SPAMD), "password", Set.of(Kind.RSPAMD));
    private static final SettingType<Duration> TIME = SettingTypes.duration("100ms", "15s");
    private static final SettingType<Long> SIZE = SettingTypes.octets("1K", "4G");
    private static final SettingType<Integer> CONCURRENCY = SettingTypes.integer(1, 1000);
    private static final double HEAVIEST = 1000;

    private final Problems problems;
    private final Set<String> names = new HashSet<>();

    ScannerRuleReader(Problems problems) {
        this.problems = problems;
    }

    List<ScannerRule> read(TomlTable file) {
        return TableReader.each(file, TABLE, problems, KEYS, this::rule);
    }

    private Optional<ScannerRule> rule(TableReader table) {
        Optional<String> name = table.required("name", this::name);
        Optional<ScannerAddress> address = table.required("address", ScannerAddress::parse);
        Optional<Kind> kind = table.required("kind", SettingTypes.choice(Kind.class)::parse);
        return kind.flatMap(k -> {
            Limits limits = limits(table, k.usual());
            Options options = options(table, k);
            return address.flatMap(a -> name.flatMap(n -> table.required("kind",
                    text -> new ScannerRule(n, k, a, limits, options))));
        });
    }

    private String name(String text) {
        ScannerRule.name(text);
        if (!names.add(text)) {
            throw new IllegalArgumentException("there is another scanner of this name: " + text);
        }
        if (names.size() > ScannerRule.MOST) {
            throw new IllegalArgumentException("there are at most " + ScannerRule.MOST + " scanners");
        }
        return text;
    }

    private static Limits limits(TableReader table, Limits usual) {
        return new Limits(table.optional("time-limit", TIME::parse).orElse(usual.time()),
                table.optional("size-limit", SIZE::parse).orElse(usual.size()),
                table.optional("concurrency", CONCURRENCY::parse).orElse(usual.concurrency()),
                table.optional("when-absent", SettingTypes.choice(WhenAbsent.class)::parse).orElse(usual.whenAbsent()),
                table.optional("when-larger", SettingTypes.choice(WhenLarger.class)::parse)
                        .orElse(usual.whenLarger()));
    }

    private static Options options(TableReader table, Kind kind) {
        Options usual = Options.USUAL;
        return new Options(option(table, kind, "weight", ScannerRuleReader::number).orElse(usual.weight()),
                option(table, kind, "factor", ScannerRuleReader::number).orElse(usual.factor()),
                option(table, kind, "user", LoginRule::text), option(table, kind, "password", Secret::parse));
    }

    private static <T> Optional<T> option(TableReader table, Kind kind, String key, Function<String, T> parser) {
        return table.optional(key, text -> {
            if (!KINDS.get(key).contains(kind)) {
                throw new IllegalArgumentException(
                        key + " is nothing for " + kind.name().toLowerCase(Locale.ROOT));
            }
            return parser.apply(text);
        });
    }

    private static double number(String text) {
        if (!text.matches("[0-9]{1,4}(\\.[0-9]{1,3})?") || Double.parseDouble(text) > HEAVIEST) {
            throw new IllegalArgumentException("a number of 0 to 1000, such as 2.5; not " + text);
        }
        return Double.parseDouble(text);
    }
}

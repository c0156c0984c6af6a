package org.postern.config.file;

import org.postern.config.Origin;
import org.postern.config.Setting;
import org.postern.config.catalogue.SettingsCatalogue;
import org.postern.sentence.Sentence;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Reads the settings of a file. {@code name} in the table {@code [gateway]} is the setting {@code gateway.name}; in the table
 * {@code [settings]} the whole key is written.
 */
final class SettingsReader {
    private static final Sentence.Form TWICE = Sentence.form("setTwice",
            "{0} is set twice");
    private static final Sentence NO_VALUE = Sentence.form("notAValue",
            "a text, a whole number, true or false, or a list of them is expected").with();
    private static final String SETTINGS = "settings";
    /** What others read. */
    private static final Set<String> TABLES = Set.of(RouteReader.TABLE, MailRuleReader.TABLE,
            MailRuleReader.FORMER_TABLE, TlsRuleReader.TABLE,
            LoginRuleReader.TABLE, RetryRuleReader.TABLE, DnsListReader.TABLE, ScannerRuleReader.TABLE,
            QuestionRuleReader.TABLE, ArchiveRuleReader.TABLE, StsReader.TABLE, EventsReader.TABLE);

    /** No key is longer; tables below are not looked into. */
    private static final int LONGEST_KEY = 200;

    private final Problems problems;
    private final Map<String, String> given = new LinkedHashMap<>();
    private final Map<String, TomlPosition> positions = new LinkedHashMap<>();
    private final Set<String> others;

    SettingsReader(Problems problems) {
        this(problems, TABLES);
    }

    /**
     * Reads all but some tables.
     *
     * @param others the tables that others read
     */
    SettingsReader(Problems problems, Set<String> others) {
        this.problems = problems;
        this.others = others;
    }

    /** {@return the text forms of the settings in the file, by key} */
    Map<String, String> read(TomlTable file) {
        for (String key : file.keySet()) {
            boolean ofOthers = others.contains(key);
            if (!ofOthers) {
                entry(file, key, key.equals(SETTINGS) ? "" : key);
            }
        }
        return given;
    }

    /** {@return where each of them stands, by key} */
    Map<String, Origin> origins() {
        Map<String, Origin> origins = new LinkedHashMap<>();
        positions.forEach(
                (key, position) -> origins.put(key, new Origin(Origin.Source.FILE, problems.place(position))));
        return origins;
    }

    /** {@return where a setting stands that was read} */
    TomlPosition position(String key) {
        return positions.getOrDefault(key, TomlPosition.positionAt(1, 1));
    }

    private void entry(TomlTable table, String key, String path) {
        List<String> name = List.of(key);
        Object value = table.get(name);
        if (value instanceof TomlTable inner && path.length() < LONGEST_KEY) {
            inner.keySet().forEach(k -> entry(inner, k, path.isEmpty() ? k : path + "." + k));
        } else {
            TomlPosition position = Optional.ofNullable(table.inputPositionOf(name))
                    .orElse(TomlPosition.positionAt(1, 1));
            SettingsCatalogue.find(path)
                    .ifPresentOrElse(setting -> set(setting, position, value),
                            () -> problems.add(position, Suggestion.unknown(path, keys())));
        }
    }

    private void set(Setting<?> setting, TomlPosition position, Object value) {
        text(position, value).ifPresent(text -> {
            problems.check(position, () -> setting.type().parse(text));
            positions.put(setting.key(), position);
            if (given.put(setting.key(), text) != null) {
                problems.add(position, TWICE.with(setting.key()));
            }
        });
    }

    private Optional<String> text(TomlPosition position, Object value) {
        switch (value) {
            case String text -> {
                return Optional.of(text);
            }
            case Long number -> {
                return Optional.of(number.toString());
            }
            case Boolean flag -> {
                return Optional.of(flag.toString());
            }
            case TomlArray array -> {
                StringJoiner texts = new StringJoiner(",");
                array.toList().forEach(element -> text(position, element).ifPresent(texts::add));
                return Optional.of(texts.toString());
            }
            default -> {
                problems.add(position, NO_VALUE);
                return Optional.empty();
            }
        }
    }

    private static List<String> keys() {
        List<String> keys = new ArrayList<>();
        SettingsCatalogue.ALL.forEach(setting -> keys.add(setting.key()));
        return keys;
    }
}

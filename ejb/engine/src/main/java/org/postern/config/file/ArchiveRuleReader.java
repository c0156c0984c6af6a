package org.postern.config.file;

import org.postern.config.SettingType;
import org.postern.config.SettingTypes;
import org.postern.config.rule.ArchiveRule;
import org.postern.routing.Destination;
import org.postern.routing.RouteTarget;
import org.tomlj.TomlTable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the tables {@code [[archive]]}. */
final class ArchiveRuleReader {
    static final String TABLE = "archive";

    private static final List<String> KEYS = List.of("to", "time", "octets");
    private static final int MOST = 1000;
    private static final SettingType<Duration> TIME = SettingTypes.duration("1h", ArchiveRule.LONGEST.toDays() + "d");
    private static final SettingType<Long> OCTETS = SettingTypes.octets("1M", "10000G");
    private static final Duration USUAL_TIME = Duration.ofDays(30);
    private static final long USUAL_OCTETS = 1L << 30;

    private final Problems problems;

    ArchiveRuleReader(Problems problems) {
        this.problems = problems;
    }

    /** {@return the rules, of which no two are for the same place} */
    List<ArchiveRule> read(TomlTable file) {
        List<String> places = new ArrayList<>();
        return TableReader.each(file, TABLE, problems, KEYS, table -> rule(table, places))
                .stream()
                .limit(MOST)
                .toList();
    }

    private static Optional<ArchiveRule> rule(TableReader table, List<String> places) {
        Optional<String> place = table.required("to", text -> place(text, places));
        Duration time = table.optional("time", TIME::parse).orElse(USUAL_TIME);
        long octets = table.optional("octets", OCTETS::parse).orElse(USUAL_OCTETS);
        return place.map(to -> new ArchiveRule(to, time, octets));
    }

    private static String place(String text, List<String> before) {
        String place = RouteTarget.parse(text)
                .application()
                .map(Destination::toString)
                .orElseThrow(() -> new IllegalArgumentException(
                        "what is handed over to queue:… or topic:… is archived, not what goes to " + text));
        if (before.size() == MOST) {
            throw new IllegalArgumentException("there are at most " + MOST + " tables for the archive");
        }
        if (before.contains(place)) {
            throw new IllegalArgumentException("there is an earlier table for " + place);
        }
        before.add(place);
        return place;
    }
}

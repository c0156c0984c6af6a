package org.postern.config;

import org.tomlj.TomlTable;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the tables {@code [[route]]}. */
final class RouteReader {
    static final String TABLE = "route";

    private static final List<String> KEYS = List.of("recipient", "to", "known");

    private final Problems problems;

    RouteReader(Problems problems) {
        this.problems = problems;
    }

    List<Route> read(TomlTable file) {
        return TableReader.each(file, TABLE, problems, KEYS, RouteReader::route);
    }

    private static Optional<Route> route(TableReader table) {
        Optional<RecipientPattern> recipients = table.required("recipient", RecipientPattern::parse);
        Optional<RouteTarget> to = table.required("to", RouteTarget::parse);
        Optional<Set<String>> known = table.texts("known").map(RouteReader::lowerCase);
        return recipients.flatMap(r -> to.map(t -> new Route(r, t, known)));
    }

    private static Set<String> lowerCase(List<String> localParts) {
        return localParts.stream().map(l -> l.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }
}

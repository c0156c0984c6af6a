package org.postern.config.file;

import org.postern.config.rule.RecipientPattern;
import org.postern.config.rule.SenderPattern;
import org.postern.routing.Route;
import org.postern.routing.RoutePattern;
import org.postern.routing.RouteTarget;
import org.postern.sentence.Sentence;
import org.tomlj.TomlTable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the tables {@code [[route]]}. */
final class RouteReader {
    static final String TABLE = "route";
    private static final List<String> KEYS = List.of("recipient", "sender", "listener", "to", "known");

    private static final Sentence NOT_YET = Sentence.asItIs("");

    private final Problems problems;
    private final Map<String, Integer> places = new HashMap<>();

    RouteReader(Problems problems) {
        this.problems = problems;
    }

    /** {@return the routes, each named by its place among them} */
    List<Route> read(TomlTable file) {
        List<Route> routes = new ArrayList<>();
        for (Route route : TableReader.each(file, TABLE, problems, KEYS, this::route)) {
            routes.add(new Route(Route.ofFile(routes.size() + 1), route.when(), route.to(),
                    route.known()));
        }
        return routes;
    }

    private Optional<Route> route(TableReader table) {
        Optional<RecipientPattern> recipients = table.required("recipient", RecipientPattern::parse);
        Optional<SenderPattern> sender = table.optional("sender", SenderPattern::parse);
        Optional<RouteTarget> to = table.required("to", RouteTarget::parse);
        Optional<Set<String>> known = table.texts("known").map(RouteReader::lowerCase);
        Optional<RoutePattern> when = recipients.flatMap(r -> table.has("listener")
                ? table.required("listener", name -> new RoutePattern(r, sender, Optional.of(name)))
                : Optional.of(new RoutePattern(r, sender, Optional.empty())));
        return when.flatMap(w -> to.map(t -> new Route(NOT_YET, w, t, known))).flatMap(one -> alone(table, one));
    }

    /** {@return the route; nothing if one before it asks for the same} */
    private Optional<Route> alone(TableReader table, Route route) {
        Integer before = places.putIfAbsent(route.when().key(), places.size() + 1);
        return before == null
                ? Optional.of(route)
                : table.wrong("recipient", "never counts, as route " + before + " of the file asks for the same");
    }

    private static Set<String> lowerCase(List<String> localParts) {
        return localParts.stream().map(l -> l.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }
}

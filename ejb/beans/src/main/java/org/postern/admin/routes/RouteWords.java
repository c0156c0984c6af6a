package org.postern.admin.routes;

import org.postern.routing.StoredRoute;
import org.postern.sentence.Sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Routes, as the audit log tells of them. */
final class RouteWords {
    static final Sentence BEHIND_ALL = Sentence.form("auditRouteBehindAll", "behind all others").with();
    private static final Sentence.Form ROUTE = Sentence.form("auditRouteX", "route {0}");
    private static final Sentence.Form ADDED = Sentence.form("auditRouteForX", "route for {0}");
    private static final Sentence.Form BEFORE = Sentence.form("auditRouteBeforeX", "before route {0}");
    private static final Sentence.Form TO = Sentence.form("auditRouteForXToX", "for {0} to {1}");
    private static final Sentence.Form FROM_TO = Sentence.form("auditRouteForXFromXToX", "for {0} from {1} to {2}");
    private static final Sentence.Form AT_TO = Sentence.form("auditRouteForXAtXToX", "for {0} at {1} to {2}");
    private static final Sentence.Form FROM_AT_TO = Sentence.form("auditRouteForXFromXAtXToX",
            "for {0} from {1} at {2} to {3}");
    private static final Sentence CLOSED = Sentence.form("auditRouteClosed", "closed").with();
    private static final Sentence OFF = Sentence.form("auditRouteOff", "off").with();

    private RouteWords() {}

    static Sentence route(long id) {
        return ROUTE.with(Long.toString(id));
    }

    static Sentence added(StoredRoute route) {
        return ADDED.with(route.recipient());
    }

    static Sentence before(long other) {
        return BEFORE.with(Long.toString(other));
    }

    static Sentence of(StoredRoute route) {
        List<Sentence> parts = new ArrayList<>(List.of(way(route)));
        Stream.of(CLOSED).filter(any -> route.closed()).forEach(parts::add);
        Stream.of(OFF).filter(any -> !route.enabled()).forEach(parts::add);
        Sentence said = Sentence.joined(", ", parts);
        return route.remark().isEmpty()
                ? said
                : Sentence.joined("; ", List.of(said, Sentence.asItIs(route.remark())));
    }

    private static Sentence way(StoredRoute route) {
        List<String> values = Stream
                .of(Stream.of(route.recipient()), route.sender().stream(), route.listener().stream(),
                        Stream.of(route.target()))
                .flatMap(value -> value)
                .toList();
        Sentence.Form form = route.sender().isPresent()
                ? route.listener().isPresent() ? FROM_AT_TO : FROM_TO
                : route.listener().isPresent() ? AT_TO : TO;
        return form.with(values.toArray());
    }
}

package org.postern.admin.routes;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Role;
import org.postern.admin.kept.Numbered;
import org.postern.admin.kept.Shelf;
import org.postern.config.kept.KeptChange;
import org.postern.config.kept.KeptKind;
import org.postern.config.kept.KeptOrder;
import org.postern.config.kept.KeptThing;
import org.postern.routing.RoutingStore;
import org.postern.routing.StoredRoute;
import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The routes of the database. */
@Singleton
public class RouteShelf implements Shelf {
    private static final Sentence.Form KNOWN_ELSEWHERE = Sentence.form("mailboxesOfARoute",
            "the mailboxes of a route here are those of aliases and other routes: write known = []");
    private static final String KNOWN = "known";

    private final RoutingStore store;
    private final InstantSource clock;

    @Inject
    RouteShelf(RoutingStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public KeptKind kind() {
        return KeptKind.ROUTE;
    }

    @Override
    public Role role() {
        return Role.ADMINISTRATOR;
    }

    @Override
    public long count() {
        return store.routes().size();
    }

    @Override
    public int most() {
        return RoutingStore.MOST_ROUTES;
    }

    @Override
    public List<KeptThing> all() {
        return things(store.routes());
    }

    private static List<KeptThing> things(List<StoredRoute> routes) {
        return routes.stream().map(RouteShelf::thing).toList();
    }

    @Override
    public Optional<KeptThing> find(String key) {
        return new KeptOrder(all()).find(key);
    }

    @Override
    public KeptThing proper(KeptThing thing) {
        StoredRoute route = route(0, thing, "");
        RouteDesk.faultOf(route).ifPresent(fault -> {
            throw new RefusedException(fault);
        });
        if (!thing.texts().getOrDefault(KNOWN, List.of()).isEmpty()) {
            throw KNOWN_ELSEWHERE.refused();
        }
        return thing(route);
    }

    /** Of two that ask for the same the second would never count; one that is disabled may wait to take the other's place. */
    @Override
    public Optional<String> sense(KeptThing thing) {
        return Optional.of(route(0, thing, ""))
                .filter(route -> route.enabled() && RouteDesk.faultOf(route).isEmpty())
                .map(route -> route.toRoute().when().key());
    }

    /** {@return a route as one of the things that people keep} */
    static KeptThing thing(StoredRoute route) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        texts.put("recipient", List.of(route.recipient()));
        texts.put("sender", route.sender().stream().toList());
        texts.put("listener", route.listener().stream().toList());
        texts.put("to", List.of(route.target()));
        if (route.closed()) {
            texts.put(KNOWN, List.of());
        }
        texts.put("enabled", List.of(Boolean.toString(route.enabled())));
        texts.put("comment", List.of(route.remark()));
        return new KeptThing(KeptKind.ROUTE, texts);
    }

    private StoredRoute route(long id, KeptThing thing, String by) {
        RouteDraft draft = new RouteDraft(thing.enabled(), thing.text("recipient"), thing.text("sender"),
                thing.text("listener"), thing.text("to"), thing.texts().containsKey(KNOWN), thing.text("comment"));
        return draft.toRoute(id, by, clock.instant());
    }

    /** {@return the key of the route that stands behind this one; the empty string if none does} */
    static String next(List<StoredRoute> routes, long id) {
        int place = place(routes, id);
        return place < 0 || place + 1 == routes.size() ? "" : new KeptOrder(things(routes)).keys().get(place + 1);
    }

    /** {@return the key of a route; the empty string if there is none of this id} */
    static String key(List<StoredRoute> routes, long id) {
        int place = place(routes, id);
        return place < 0 ? "" : new KeptOrder(things(routes)).keys().get(place);
    }

    private static int place(List<StoredRoute> routes, long id) {
        return routes.stream().map(StoredRoute::id).toList().indexOf(id);
    }

    @Override
    public void make(List<KeptChange> steps, List<String> order, String by) {
        List<StoredRoute> routes = store.routes();
        List<String> keys = new KeptOrder(things(routes)).keys();
        Map<String, Long> ids = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            ids.put(keys.get(i), routes.get(i).id());
        }
        store.order(
                new Numbered(ids).made(steps, order, (id, after) -> put(id, after, by), store::deleteRoute));
    }

    private long put(Optional<Long> id, KeptThing after, String by) {
        if (id.isEmpty()) {
            return store.add(route(0, after, by));
        }
        store.replace(route(id.get(), after, by));
        return id.get();
    }
}

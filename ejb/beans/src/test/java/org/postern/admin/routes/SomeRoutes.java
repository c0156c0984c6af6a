package org.postern.admin.routes;

import org.postern.admin.kept.Shelf;
import org.postern.mail.Domain;
import org.postern.routing.Forecast;
import org.postern.routing.Router;
import org.postern.routing.RoutingAssembly;
import org.postern.routing.RoutingStore;
import org.postern.routing.Subaddress;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The desks and shelves of routes and aliases, for tests of others. */
public final class SomeRoutes {
    private SomeRoutes() {}

    public static RouteDesk desk(RoutingStore store, InstantSource clock) {
        RoutingAssembly assembly = new RoutingAssembly(List.of(), Subaddress.NONE);
        Router router = new Router(() -> assembly.of(List.of(), List.of(), problem -> {
        }), new Domain("gw.example"), Optional.empty());
        return new RouteDesk(store, assembly, new Forecast(() -> assembly.of(List.of(), List.of(), problem -> {
        }), router), clock);
    }

    public static AliasDesk aliases(RoutingStore store, InstantSource clock) {
        return new AliasDesk(store, clock);
    }

    public static List<Shelf> shelves(RoutingStore store, InstantSource clock) {
        return List.of(new RouteShelf(store, clock), new AliasShelf(store, clock));
    }
}

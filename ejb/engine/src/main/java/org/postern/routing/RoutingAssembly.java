package org.postern.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Puts together what the file and the database say. Routes of the database come first: what changes daily before what was laid down,
 * which often ends with a route for everyone.
 *
 * @param file the routes of the file
 * @param tags what of a local part is a tag
 */
public record RoutingAssembly(List<Route> file, Subaddress tags) {
    public RoutingAssembly {
        file = List.copyOf(file);
    }

    /** {@return what holds from now on} What cannot be understood is told and left out. */
    public Routing of(List<StoredRoute> routes, List<StoredAlias> aliases, Consumer<String> problems) {
        List<Route> all = new ArrayList<>(routes.size() + file.size());
        for (StoredRoute stored : routes) {
            if (stored.enabled()) {
                understood("route " + stored.id(), problems, () -> all.add(stored.toRoute()));
            }
        }
        all.addAll(file);
        List<Alias> stand = new ArrayList<>(aliases.size());
        for (StoredAlias stored : aliases) {
            if (stored.enabled()) {
                understood("alias " + stored.address(), problems, () -> stand.add(stored.toAlias()));
            }
        }
        return new Routing(new RouteTable(all, tags), new AliasTable(stand, tags), tags);
    }

    private static void understood(String name, Consumer<String> problems, Runnable reading) {
        try {
            reading.run();
        } catch (IllegalArgumentException e) {
            problems.accept(name + ": " + e.getMessage());
        }
    }
}

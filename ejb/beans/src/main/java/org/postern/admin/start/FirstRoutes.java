package org.postern.admin.start;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Acts;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;
import org.postern.admin.routes.RouteDesk;
import org.postern.admin.routes.RouteDraft;
import org.postern.routing.Route;
import org.postern.routing.RouteTarget;
import org.postern.routing.RoutingAssembly;
import org.postern.routing.StoredRoute;

import java.util.List;
import java.util.Optional;

/** Whose mail comes here and how all other leaves, in such an order that the way out never takes mail from a domain that is named. */
@Desk
@Singleton
public class FirstRoutes {
    private static final String EVERYBODY = "*";
    private static final String BY_MX = "mx";

    private final RouteDesk routes;
    private final RoutingAssembly assembly;

    @Inject
    FirstRoutes(RouteDesk routes, RoutingAssembly assembly) {
        this.routes = routes;
        this.assembly = assembly;
    }

    /** {@return where mail for all domains goes that no route names} */
    @Looks(Role.AUDITOR)
    public String wayOut() {
        return wayOut(routes.all()).filter(StoredRoute::enabled)
                .map(StoredRoute::target)
                .or(() -> assembly.file()
                        .stream()
                        .filter(FirstRoutes::isForEverybody)
                        .map(route -> route.to().toString())
                        .findFirst())
                .orElse(BY_MX);
    }

    private static boolean isForEverybody(Route route) {
        return route.recipients().toString().equals(EVERYBODY) && route.when().sender().isEmpty()
                && route.when().listener().isEmpty();
    }

    private static Optional<StoredRoute> wayOut(List<StoredRoute> all) {
        return all.stream()
                .filter(route -> route.recipient().equals(EVERYBODY) && route.sender().isEmpty()
                        && route.listener().isEmpty())
                .findFirst();
    }

    /** Lets mail for a domain go there, before the way out; gives back what is wrong. */
    @Acts(value = Role.ADMINISTRATOR, as = "route added", writesItself = true)
    public Optional<String> lead(String domain, String target, String by) {
        if (domain.strip().equals(EVERYBODY)) {
            return Optional.of("Name a domain: how mail for all others leaves is said below.");
        }
        Optional<StoredRoute> out = wayOut(routes.all());
        Optional<String> fault = routes.add(new RouteDraft(true, domain, "", "", target, false, ""), by);
        return fault.or(() -> out.flatMap(last -> routes.moveBefore(routes.all().getLast().id(), last.id())));
    }

    /** Lets mail for all domains that no route names go there; gives back what is wrong. */
    @Acts(value = Role.ADMINISTRATOR, as = "route added", writesItself = true)
    public Optional<String> leave(String target, String by) {
        Optional<StoredRoute> present = wayOut(routes.all());
        Optional<String> fault = faultOf(target.strip());
        if (fault.isPresent() || present.filter(FirstRoutes::isPlain)
                .filter(route -> route.target().equals(target.strip()))
                .isPresent()) {
            return fault;
        }
        return present.flatMap(route -> routes.delete(route.id()))
                .or(() -> routes.add(new RouteDraft(true, EVERYBODY, "", "", target, false, ""), by));
    }

    private static boolean isPlain(StoredRoute route) {
        return route.enabled() && !route.closed();
    }

    private Optional<String> faultOf(String target) {
        if (!assembly.file().isEmpty()) {
            return Optional.of(
                    "The configuration file has routes, which are asked after those of the console: a way out here would"
                            + " take their mail. Write it there, as the last route.");
        }
        try {
            RouteTarget.parse(target);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }
}

package org.postern.admin.start;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Acts;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;
import org.postern.admin.routes.RouteDesk;
import org.postern.admin.routes.RouteDraft;
import org.postern.config.rule.RecipientPattern;
import org.postern.routing.RoutePattern;
import org.postern.routing.RoutingAssembly;
import org.postern.routing.StoredRoute;
import org.postern.sentence.Sentence;

import java.util.Optional;
import java.util.stream.Stream;

/** Whose mail comes here and how all other leaves, in such an order that the way out never takes mail from a domain that is named. */
@Desk
@Singleton
public class FirstRoutes {
    private static final String EVERYBODY = "*";
    private static final String BY_MX = "mx";
    private static final RoutePattern FOR_EVERYBODY = new RoutePattern(RecipientPattern.parse(EVERYBODY));

    private static final Sentence NO_DOMAIN = Sentence.form("nameADomain",
            "Name a domain: how mail for all others leaves is said below.").with();
    private static final Sentence FILE_HAS_ROUTES = Sentence.form("fileHasRoutes",
            "The configuration file has routes, which are asked after those of the console: a way out here would take their mail."
                    + " Write it there, as the last route.")
            .with();

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
        return Stream.concat(stored().filter(StoredRoute::enabled).map(StoredRoute::toRoute).stream(),
                assembly.file().stream())
                .filter(route -> isForEverybody(route.when()))
                .map(route -> route.to().toString())
                .findFirst()
                .orElse(BY_MX);
    }

    private Optional<StoredRoute> stored() {
        return routes.all().stream().filter(route -> isForEverybody(route.toRoute().when())).findFirst();
    }

    private static boolean isForEverybody(RoutePattern when) {
        return when.key().equals(FOR_EVERYBODY.key());
    }

    /** Lets mail for a domain go there, before the way out; gives back what is wrong. */
    @Acts(value = Role.ADMINISTRATOR, as = "route added", writesItself = true)
    public Optional<Sentence> lead(String domain, String target, String by) {
        if (domain.strip().equals(EVERYBODY)) {
            return Optional.of(NO_DOMAIN);
        }
        RouteDraft draft = draft(domain, target);
        return stored().map(out -> routes.addBefore(out.id(), draft, by)).orElseGet(() -> routes.add(draft, by));
    }

    /** Lets mail for all domains that no route names go there; gives back what is wrong. */
    @Acts(value = Role.ADMINISTRATOR, as = "route added", writesItself = true)
    public Optional<Sentence> leave(String target, String by) {
        if (!assembly.file().isEmpty()) {
            return Optional.of(FILE_HAS_ROUTES);
        }
        RouteDraft draft = draft(EVERYBODY, target);
        return stored().map(out -> routes.putLast(out.id(), draft, by)).orElseGet(() -> routes.add(draft, by));
    }

    private static RouteDraft draft(String recipient, String target) {
        return new RouteDraft(true, recipient, "", "", target, false, "");
    }
}

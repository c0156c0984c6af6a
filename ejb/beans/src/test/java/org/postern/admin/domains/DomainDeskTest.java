package org.postern.admin.domains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.Test;
import org.postern.admin.access.Caller;
import org.postern.admin.access.Role;
import org.postern.admin.routes.Notebook;
import org.postern.config.rule.RecipientPattern;
import org.postern.mail.Domain;
import org.postern.mail.DomainSet;
import org.postern.routing.Route;
import org.postern.routing.RouteTarget;
import org.postern.routing.RoutingAssembly;
import org.postern.routing.StoredRoute;
import org.postern.routing.Subaddress;
import org.postern.signing.SealFile;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Which domains there are, by routes and keys. */
class DomainDeskTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private final KeysInMemory keys = new KeysInMemory();
    private final Notebook routes = new Notebook();
    private final Route everyone = new Route(Route.ofFile(1),
            new org.postern.routing.RoutePattern(RecipientPattern.parse("*")), RouteTarget.parse("mx"),
            Optional.empty());
    private final DomainDesk desk = new DomainDesk(keys, routes,
            new RoutingAssembly(List.of(everyone), Subaddress.NONE));
    @TempDir
    private Path folder;

    private void route(String recipient, String target, boolean enabled) {
        routes.add(new StoredRoute(0, enabled, recipient, Optional.empty(), Optional.empty(), target, false, "", "ann",
                NOON));
    }

    @Test
    void whoIsLimitedToSomeDomainsSeesNoOthers() throws Exception {
        route("a.example", "mx", true);
        route("b.example", "mx", true);
        Caller limited = new Caller("ann", Role.OPERATOR, DomainSet.ofText("a.example"));
        assertThat(limited.does(desk::all)).extracting(DomainSummary::name).containsExactly("a.example");
        assertThat(limited.does(() -> desk.routesOf("a.example"))).isNotEmpty();
        assertThat(limited.does(() -> desk.routesOf("b.example"))).isEmpty();
    }

    @Test
    void aDomainIsThereByItsRoutesOrItsKeys() {
        route("B.example", "queue:orders", true);
        route("\"a b\"@b.example", "mx", true);
        route("c.example", "mx", false);
        route(".d.example", "mx", true);
        route("no..domain", "mx", true);
        new NewKeys(keys, new SealFile(folder.resolve("seal"), new Random(1)), () -> NOON, new Random(2))
                .make(new Domain("a.example"), "ann");

        assertThat(desk.all()).extracting(DomainSummary::name, DomainSummary::targets, DomainSummary::isSigned,
                DomainSummary::isWaiting)
                .containsExactly(tuple("a.example", List.of(), false, true),
                        tuple("b.example", List.of("queue:orders", "mx"), false, false));
    }

    @Test
    void theRoutesOfADomainAreThoseThatItsMailMayTakeInTheirOrder() {
        route("x@sub.d.example", "queue:x", true);
        route("elsewhere.example", "mx", true);
        route(".d.example", "host:below:25", false);

        assertThat(desk.routesOf("SUB.d.example."))
                .extracting(one -> one.name().toString(), one -> one.when().toString(),
                        DomainRoute::target, DomainRoute::enabled)
                .containsExactly(tuple("route 1", "x@sub.d.example", "queue:x", true),
                        tuple("route 3", ".d.example", "host:below:25", false),
                        tuple("route 1 of the file", "*", "mx", true));
        assertThat(desk.routesOf("d.example")).extracting(one -> one.name().toString())
                .containsExactly("route 1 of the file");
    }

    @Test
    void whatIsNoDomainHasNoPage() {
        assertThat(desk.name("a..b")).isEmpty();
        assertThat(desk.name(" B\u00fccher.example. ")).contains("xn--bcher-kva.example");
        assertThat(desk.routesOf("")).isEmpty();
    }
}

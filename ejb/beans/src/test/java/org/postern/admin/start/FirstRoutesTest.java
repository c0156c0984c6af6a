package org.postern.admin.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.admin.routes.Notebook;
import org.postern.admin.routes.RouteDesk;
import org.postern.config.rule.RecipientPattern;
import org.postern.mail.Domain;
import org.postern.routing.Forecast;
import org.postern.routing.Route;
import org.postern.routing.Router;
import org.postern.routing.RouteTarget;
import org.postern.routing.RoutingAssembly;
import org.postern.routing.StoredRoute;
import org.postern.routing.Subaddress;
import org.postern.sentence.Sentence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class FirstRoutesTest {
    private final Notebook store = new Notebook();
    private final FirstRoutes first = beside(List.of());

    private FirstRoutes beside(List<Route> ofFile) {
        RoutingAssembly assembly = new RoutingAssembly(ofFile, Subaddress.NONE);
        Router router = new Router(() -> {
            throw new IllegalStateException("nobody asks");
        }, new Domain("gw.example"), Optional.empty());
        return new FirstRoutes(new RouteDesk(store, assembly, new Forecast(() -> {
            throw new IllegalStateException("nobody asks");
        }, router), () -> Instant.EPOCH), assembly);
    }

    private List<String> order() {
        return store.routes().stream().map(StoredRoute::recipient).toList();
    }

    @Test
    void theWayOutStaysBehindEachDomainWhicheverIsNamedFirst() {
        assertThat(first.lead("one.example", "queue:orders", "ann")).isEmpty();
        assertThat(first.leave("smart:relay.example:25", "ann")).isEmpty();
        assertThat(first.lead("two.example", "queue:orders", "ann")).isEmpty();
        assertThat(order()).containsExactly("one.example", "two.example", "*");
        assertThat(first.wayOut()).isEqualTo("smart:relay.example:25");
    }

    @Test
    void anotherWayOutTakesThePlaceOfTheFirstAndStandsLast() {
        assertThat(first.leave("smart:a.example:25", "ann")).isEmpty();
        store.add(new StoredRoute(0, true, "late.example", Optional.empty(), Optional.empty(), "mx", false, "", "ann",
                Instant.EPOCH));
        assertThat(first.leave("mx", "ann")).isEmpty();
        assertThat(order()).containsExactly("late.example", "*");
        assertThat(first.wayOut()).isEqualTo("mx");
    }

    @Test
    void whatIsWrongLeavesTheWayOutAsItWas() {
        assertThat(first.leave("smart:a.example:25", "ann")).isEmpty();
        assertThat(first.leave("smtp:nowhere", "ann")).isPresent();
        assertThat(first.lead("*", "mx", "ann")).isPresent();
        assertThat(order()).containsExactly("*");
        assertThat(first.wayOut()).isEqualTo("smart:a.example:25");
    }

    @Test
    void aFileWithRoutesKeepsItsOwnWayOut() {
        FirstRoutes beside = beside(List.of(new Route(RecipientPattern.parse("*"),
                RouteTarget.parse("smart:file.example:25"), Optional.empty())));
        assertThat(beside.wayOut()).isEqualTo("smart:file.example:25");
        assertThat(beside.leave("mx", "ann").map(Sentence::toString))
                .hasValueSatisfying(why -> assertThat(why).contains("file"));
        assertThat(order()).isEmpty();
    }
}

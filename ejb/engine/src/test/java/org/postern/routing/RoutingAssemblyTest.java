package org.postern.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.config.rule.RecipientPattern;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class RoutingAssemblyTest {
    private final List<String> problems = new ArrayList<>();
    private final RoutingAssembly assembly = new RoutingAssembly(List.of(file(1, "a.example"), file(2, "*")),
            Subaddress.NONE);

    private static Route file(int place, String recipient) {
        return new Route(Route.ofFile(place), new RoutePattern(RecipientPattern.parse(recipient)),
                new RouteTarget.To(new Destination.ApplicationQueue("file")), Optional.empty());
    }

    private static StoredRoute stored(long id, boolean enabled, String recipient, String target) {
        return new StoredRoute(id, enabled, recipient, Optional.empty(), Optional.empty(), target, false, "", "ann",
                Instant.EPOCH);
    }

    private String reason(Routing routing, String domain) {
        return routing.routes()
                .any(new Mailbox("x", new Domain(domain)), Passage.UNKNOWN)
                .map(route -> route.reason().toString())
                .orElse("none");
    }

    @Test
    void routesOfTheDatabaseComeFirst() {
        Routing routing = assembly.of(List.of(stored(7, true, "b.example", "mx"), stored(3, true, ".example", "mx")),
                List.of(), problems::add);
        assertThat(reason(routing, "b.example")).isEqualTo("route 7 (to b.example)");
        assertThat(reason(routing, "a.example")).isEqualTo("route 3 (to .example)");
        assertThat(reason(routing, "c.test")).isEqualTo("route 2 of the file (to *)");
        assertThat(problems).isEmpty();
    }

    @Test
    void whatIsDisabledOrCannotBeUnderstoodIsLeftOut() {
        StoredAlias wrong = new StoredAlias("sales@b.example", true, List.of("nobody"), Optional.empty(), "", "ann",
                Instant.EPOCH);
        Routing routing = assembly.of(
                List.of(stored(1, false, "a.example", "mx"), stored(2, true, "a.example", "nowhere")), List.of(wrong),
                problems::add);
        assertThat(reason(routing, "a.example")).isEqualTo("route 1 of the file (to a.example)");
        assertThat(routing.aliases().isEmpty()).isTrue();
        assertThat(problems).hasSize(2).first().asString().startsWith("route 2: a route leads to");
    }
}

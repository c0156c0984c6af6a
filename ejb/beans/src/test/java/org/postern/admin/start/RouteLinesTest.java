package org.postern.admin.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.config.file.ConfigurationReader;
import org.postern.config.file.Overrides;
import org.postern.config.file.Reading;
import org.postern.routing.Route;
import org.postern.routing.StoredRoute;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class RouteLinesTest {
    private static StoredRoute route(boolean enabled, String recipient, String target, boolean closed) {
        return new StoredRoute(1, enabled, recipient, Optional.of("a.example"), Optional.of("mx"), target, closed,
                "why", "ann", Instant.EPOCH);
    }

    @Test
    void whatIsWrittenIsReadAsTheSameRoutes(@TempDir Path folder) throws IOException {
        List<StoredRoute> routes = List.of(route(true, "one.example", "queue:orders", true),
                route(true, "*", "refuse:we \"know\" no \\ such thing", false),
                route(false, "off.example", "mx", false));
        Path file = Files.writeString(folder.resolve("gw.toml"), RouteLines.of(routes));
        Reading reading = new ConfigurationReader(Overrides.none()).read(Optional.of(file));
        assertThat(reading).isInstanceOfSatisfying(Reading.Valid.class,
                valid -> assertThat(valid.configuration().routes()).extracting(Route::when, Route::to, Route::known)
                        .containsExactlyElementsOf(routes.stream()
                                .filter(StoredRoute::enabled)
                                .map(StoredRoute::toRoute)
                                .map(r -> org.assertj.core.api.Assertions.tuple(r.when(), r.to(), r.known()))
                                .toList()));
    }

    @Test
    void noRouteCanBecomeMoreLinesThanItsOwn() {
        assertThat(RouteLines.of(List.of(route(true, "a\"\n[settings]", "mx", false)))).doesNotContain("\n[settings]");
    }
}

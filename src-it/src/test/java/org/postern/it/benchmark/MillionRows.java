package org.postern.it.benchmark;

import org.postern.it.harness.Gateway;
import org.postern.it.harness.GatewayPlan;
import org.postern.it.harness.PostgresServer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is measured of a gateway whose database, the embedded one or PostgreSQL, has many rows. */
@FunctionalInterface
interface MillionRows {
    /** @param server its database; empty for the embedded one */
    void measure(Gateway gateway, Optional<PostgresServer> server, int count) throws Exception;

    /** Measures with a gateway that is prepared and not started. Arguments: how many rows, and {@code postgresql}. */
    default void on(String name, String... arguments) throws Exception {
        int count = Arrays.stream(arguments)
                .filter(a -> a.matches("\\d+"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(1_000_000);
        if (List.of(arguments).contains("postgresql")) {
            try (PostgresServer server = PostgresServer.start()) {
                on(name, Optional.of(server), count);
            }
        } else {
            on(name, Optional.empty(), count);
        }
    }

    private void on(String name, Optional<PostgresServer> server, int count) throws Exception {
        GatewayPlan plan = Gateway.plan(name).configuration("");
        server.ifPresent(database -> plan.set("db.driver", "postgresql")
                .set("db.url", database.url())
                .set("db.user", database.user())
                .secret("db.password", "any"));
        try (Gateway gateway = plan.prepare()) {
            measure(gateway, server, count);
        }
    }
}

package org.postern.store.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.routing.RoutingStore;
import org.postern.routing.StoredAlias;
import org.postern.routing.StoredRoute;
import org.postern.store.TestDatabase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class JpaRoutingStoreTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final TestDatabase DATABASE = new TestDatabase();
    private final RoutingStore store = DATABASE.inTransactions(RoutingStore.class, JpaRoutingStore::new);

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static StoredRoute route(long id, String recipient) {
        return new StoredRoute(id, true, recipient, Optional.of("<>"), Optional.of("mx"), "queue:q", true, "why", "ann",
                NOON);
    }

    private static StoredAlias alias(String address, String... members) {
        return new StoredAlias(address, true, List.of(members), Optional.of("boss@a.example"), "why", "ann", NOON);
    }

    private List<String> order() {
        return store.routes().stream().map(StoredRoute::recipient).toList();
    }

    @Test
    void aRouteIsKeptAsItIs() {
        long id = store.add(route(0, "a.example"));
        assertThat(store.routes()).containsExactly(route(id, "a.example"));
        StoredRoute other = new StoredRoute(id, false, "b.example", Optional.empty(), Optional.empty(), "mx", false, "",
                "bob", NOON.plusSeconds(1));
        assertThat(store.replace(other)).isTrue();
        assertThat(store.routes()).containsExactly(other);
        assertThat(store.deleteRoute(id)).isTrue();
        assertThat(store.deleteRoute(id)).isFalse();
        assertThat(store.replace(other)).isFalse();
    }

    @Test
    void routesStandInTheOrderInWhichTheyAreMoved() {
        long a = store.add(route(0, "a.example"));
        long b = store.add(route(0, "b.example"));
        long c = store.add(route(0, "c.example"));
        assertThat(order()).containsExactly("a.example", "b.example", "c.example");
        assertThat(store.moveBefore(c, a)).isTrue();
        assertThat(order()).containsExactly("c.example", "a.example", "b.example");
        assertThat(store.moveBefore(c, b)).isTrue();
        assertThat(order()).containsExactly("a.example", "c.example", "b.example");
        assertThat(store.moveBefore(c, -1)).isFalse();
        store.add(route(0, "d.example"));
        assertThat(order()).containsExactly("a.example", "c.example", "b.example", "d.example");
    }

    @Test
    void anAliasIsKeptAsItIs() {
        store.put(alias("staff@a.example", "x@b.example", "y@b.example"));
        assertThat(store.alias("staff@a.example")).contains(alias("staff@a.example", "x@b.example", "y@b.example"));
        store.put(alias("staff@a.example", "z@b.example"));
        assertThat(store.aliases()).containsExactly(alias("staff@a.example", "z@b.example"));
        assertThat(store.deleteAlias("staff@a.example")).isTrue();
        assertThat(store.deleteAlias("staff@a.example")).isFalse();
    }

    @Test
    void aliasesComeInTheOrderOfTheirAddresses() {
        store.put(alias("c@a.example", "x@b.example"));
        store.put(alias("@a.example", "x@b.example"));
        store.put(alias("b@a.example", "x@b.example"));
        assertThat(store.aliasCount()).isEqualTo(3);
        assertThat(store.aliasesAfter("", 2)).extracting(StoredAlias::address)
                .containsExactly("@a.example",
                        "b@a.example");
        assertThat(store.aliasesAfter("b@a.example", 2)).extracting(StoredAlias::address)
                .containsExactly("c@a.example");
    }

    @Test
    void eachChangeIsSeen() {
        long first = store.version();
        long id = store.add(route(0, "a.example"));
        long second = store.version();
        store.replace(route(id, "b.example"));
        long third = store.version();
        store.put(alias("b@a.example", "x@b.example"));
        assertThat(List.of(first, second, third, store.version())).isSorted().doesNotHaveDuplicates();
    }
}

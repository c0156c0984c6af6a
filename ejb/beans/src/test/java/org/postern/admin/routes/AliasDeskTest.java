package org.postern.admin.routes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.routing.Alias;
import org.postern.routing.RoutingStore;
import org.postern.routing.StoredAlias;
import org.postern.sentence.Sentence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class AliasDeskTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private final Notebook store = new Notebook();
    private final AliasDesk desk = new AliasDesk(store, () -> NOON);

    private Optional<String> put(String address, List<String> members) {
        return desk.put(address, members, "", true, "", "ann").map(Sentence::toString);
    }

    @Test
    void whatIsRightIsKeptWithTheNameOfWhoWroteIt() {
        assertThat(put(" Sales@A.example ", List.of("bob@b.example", " ", "bob@b.example"))).isEmpty();
        assertThat(store.aliases()).containsExactly(new StoredAlias("sales@a.example", true, List.of("bob@b.example"),
                Optional.empty(), "", "ann", NOON));
    }

    @Test
    void whatIsWrongIsSaidAndNotKept() {
        assertThat(put("nobody", List.of("bob@b.example")))
                .hasValueSatisfying(text -> assertThat(text).startsWith("not an address: nobody"));
        assertThat(put("a@a.example", List.of())).contains("an alias stands for 1 to 10000 addresses");
        assertThat(store.aliases()).isEmpty();
    }

    @Test
    void anAliasStandsForSoManyAddressesAndNoMore() {
        List<String> members = IntStream.rangeClosed(0, Alias.MOST_MEMBERS).mapToObj(n -> n + "@b.example").toList();
        assertThat(put("a@a.example", members)).contains("an alias stands for 1 to 10000 addresses");
        assertThat(put("a@a.example", members.subList(1, members.size()))).isEmpty();
    }

    @Test
    void whereThereAreAsManyAsThereMayBeNoneIsAddedButAnyMayBeChanged() {
        store.countsMore(RoutingStore.MOST_ALIASES - 1L);
        assertThat(put("last@a.example", List.of("bob@b.example"))).isEmpty();
        assertThat(put("more@a.example", List.of("bob@b.example"))).contains("There are 1,000,000 aliases already.");
        assertThat(put("last@a.example", List.of("carol@b.example"))).isEmpty();
        assertThat(store.aliases()).extracting(StoredAlias::members).containsExactly(List.of("carol@b.example"));
    }

    @Test
    void aNewAliasTakesNobodysPlace() {
        put("sales@a.example", List.of("bob@b.example"));
        assertThat(desk.add("Sales@a.example", List.of("carol@b.example"), "", true, "", "ann").map(Sentence::toString))
                .contains("There is an alias sales@a.example already. Change that one.");
        assertThat(desk.add("more@a.example", List.of("carol@b.example"), "", true, "", "ann")).isEmpty();
        assertThat(store.aliases()).extracting(StoredAlias::members)
                .containsExactly(List.of("carol@b.example"), List.of("bob@b.example"));
    }
}

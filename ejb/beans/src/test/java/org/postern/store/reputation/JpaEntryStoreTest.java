package org.postern.store.reputation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.reputation.entry.EntryStore;
import org.postern.reputation.entry.ListEntry;
import org.postern.reputation.entry.ListEntry.Effect;
import org.postern.reputation.entry.Party;
import org.postern.reputation.entry.StoredEntry;
import org.postern.store.TestDatabase;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class JpaEntryStoreTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final TestDatabase DATABASE = new TestDatabase();
    private final EntryStore store = DATABASE.inTransactions(EntryStore.class, JpaEntryStore::new);

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static ListEntry entry(String key, Effect effect, String party) {
        return new ListEntry(key, effect, Party.parse(party), "here.example", "why", Optional.of(NOON.plusSeconds(60)));
    }

    private String added(String party) {
        store.add(entry("0", Effect.BLOCK, party), "ann", NOON);
        return store.entries().getLast().key();
    }

    @Test
    void anEntryIsKeptAsItIs() {
        for (String party : List.of("Ann@sender.example", "sender.example", ".sender.example", "192.0.2.0/24",
                "2001:db8::/32")) {
            String key = added(party);
            assertThat(store.entries().getLast()).isEqualTo(entry(key, Effect.BLOCK, party));
        }
        assertThat(store.count()).isEqualTo(5);
    }

    @Test
    void anEntryIsReplacedAndKeepsItsHits() {
        String key = added("sender.example");
        store.hit(Map.of(key, 3L, "999999", 1L), NOON.plusSeconds(5));
        store.hit(Map.of(key, 2L), NOON.plusSeconds(6));
        ListEntry other = new ListEntry(key, Effect.ALLOW, Party.parse("a@b.example"), ListEntry.ALL, "",
                Optional.empty());
        assertThat(store.replace(other, "bob", NOON.plusSeconds(9))).isTrue();
        assertThat(store.after(0, 10)).containsExactly(
                new StoredEntry(other, "bob", NOON.plusSeconds(9), 5, Optional.of(NOON.plusSeconds(6))));
        assertThat(store.remove(key)).isTrue();
        assertThat(store.remove(key)).isFalse();
        assertThat(store.replace(other, "bob", NOON)).isFalse();
    }

    @Test
    void aListIsSearchedByAnyPartWhateverItsCase() {
        String key = added("Ann@sender.example");
        added("other_one@b.example");
        store.add(entry("0", Effect.ALLOW, "sender.example"), "ann", NOON);
        assertThat(store.find(Effect.BLOCK, "ANN@", 0, 10)).extracting(stored -> stored.entry().key())
                .containsExactly(key);
        assertThat(store.find(Effect.BLOCK, "HERE.", 0, 1)).hasSize(1);
        assertThat(store.find(Effect.BLOCK, "why", Long.parseLong(key), 10)).hasSize(1);
        assertThat(store.find(Effect.BLOCK, "_", 0, 10)).hasSize(1);
        assertThat(store.find(Effect.ALLOW, "", 0, 10)).hasSize(1);
    }

    @Test
    void theSameIsFoundAgain() {
        String key = added("sender.example");
        assertThat(store.key(entry("0", Effect.BLOCK, "sender.example"))).contains(key);
        assertThat(store.key(entry("0", Effect.ALLOW, "sender.example"))).isEmpty();
        assertThat(store.key(entry("0", Effect.BLOCK, ".sender.example"))).isEmpty();
    }

    @Test
    void entriesComeByPages() {
        String first = added("a.example");
        String second = added("b.example");
        assertThat(store.after(0, 1)).extracting(stored -> stored.entry().key()).containsExactly(first);
        assertThat(store.after(Long.parseLong(first), 9)).extracting(stored -> stored.entry().key())
                .containsExactly(second);
    }

    @Test
    void changesAreNoticedAndHitsAreNone() {
        long before = store.version();
        String key = added("a.example");
        long after = store.version();
        assertThat(after).isGreaterThan(before);
        store.hit(Map.of(key, 1L), NOON);
        assertThat(store.version()).isEqualTo(after);
        store.remove(key);
        assertThat(store.version()).isGreaterThan(after);
    }
}

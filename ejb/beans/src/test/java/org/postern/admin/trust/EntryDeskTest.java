package org.postern.admin.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.admin.access.Said;
import org.postern.reputation.entry.ListEntry;
import org.postern.reputation.entry.ListEntry.Effect;
import org.postern.reputation.entry.StoredEntry;
import org.postern.sentence.Sentence;

import java.time.Instant;
import java.time.InstantSource;

class EntryDeskTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Notebook notebook = new Notebook();
    private final EntryDesk desk = new EntryDesk(notebook, InstantSource.fixed(NOON));

    private static EntryDraft draft(String party, String owner, String expires) {
        return new EntryDraft(Effect.BLOCK, party, owner, " why ", expires);
    }

    @Test
    void anEntryIsWrittenWithWhoAndWhen() {
        assertThat(desk.add(draft(" 192.0.2.0/24 ", "Ann@Here.example", "30d"), "alice")).isEmpty();
        StoredEntry stored = desk.after(0, 10).getFirst();
        assertThat(stored.entry().party()).hasToString("192.0.2.0/24");
        assertThat(stored.entry().owner()).isEqualTo("ann@here.example");
        assertThat(stored.entry().comment()).isEqualTo("why");
        assertThat(stored.entry().expiry()).contains(Instant.parse("2026-03-31T12:00:00Z"));
        assertThat(stored.changedBy()).isEqualTo("alice");
        assertThat(stored.changedAt()).isEqualTo(NOON);
    }

    @Test
    void whatCannotBeUnderstoodIsSaid() {
        assertThat(desk.add(draft("not a sender", "", ""), "alice").orElseThrow().toString())
                .contains("no address, domain or network");
        assertThat(desk.add(draft("a.example", "not an owner", ""), "alice").orElseThrow().toString())
                .contains("An owner is");
        assertThat(desk.add(draft("a.example", "", "soon"), "alice").orElseThrow().toString()).contains("a number of");
        assertThat(desk.add(new EntryDraft(Effect.ALLOW, "a.example", "", "x".repeat(501), ""), "alice")
                .orElseThrow()
                .toString())
                .contains("at most 500");
        assertThat(notebook.entries()).isEmpty();
    }

    @Test
    void theSameIsNotWrittenTwice() {
        desk.add(draft("a.example", "", ""), "alice");
        desk.add(draft("b.example", "", ""), "alice");
        assertThat(desk.add(draft("A.example", "", "1d"), "alice").map(Sentence::toString))
                .contains("There is such an entry already: 1.");
        assertThat(desk.change(2, draft("a.example", "", ""), "alice").map(Sentence::toString))
                .contains("There is such an entry already: 1.");
        assertThat(desk.change(2, draft("b.example", "", "1d"), "alice")).isEmpty();
    }

    @Test
    void whatIsWrittenAnewEndsWhenItDid() {
        desk.add(draft("a.example", "", "30d"), "alice");
        EntryDraft again = EntryDraft.of(desk.find(1).orElseThrow().entry(), NOON);
        assertThat(again).isEqualTo(new EntryDraft(Effect.BLOCK, "a.example", "", "why", "43200m"));
        assertThat(desk.change(1, again, "alice")).isEmpty();
        assertThat(desk.find(1).orElseThrow().entry().expiry()).contains(Instant.parse("2026-03-31T12:00:00Z"));
    }

    @Test
    void oneListIsSearchedByWhoWhoseAndWhy() {
        desk.add(draft("a.example", "ann@here.example", ""), "alice");
        desk.add(new EntryDraft(Effect.ALLOW, "a.example", "", "", ""), "alice");
        assertThat(desk.find(Effect.BLOCK, " a.ex ", 0, 10)).extracting(stored -> stored.entry().key())
                .containsExactly("1");
        assertThat(desk.find(Effect.ALLOW, "", 0, 10)).hasSize(1);
        assertThat(desk.find(Effect.ALLOW, "", 2, 10)).isEmpty();
        assertThat(desk.find(7)).isEmpty();
    }

    @Test
    void whatIsNotThereIsNeitherChangedNorRemoved() {
        assertThat(desk.change(7, draft("a.example", "", ""), "alice").map(Sentence::toString))
                .contains("There is no such entry.");
        assertThat(desk.remove(7).map(Sentence::toString)).contains("There is no such entry.");
    }

    @Test
    void whatIsThereAlreadyIsNotAddedAgain() throws Exception {
        assertThat(Said.by(() -> desk.ensure(draft("a.example", "", ""), "alice"))).isEmpty();
        assertThat(Said.by(() -> desk.ensure(draft("a.example", "", ""), "alice"))).contains(false);
    }
}

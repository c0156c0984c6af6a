package org.postern.admin.parked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.postern.admin.trust.Notebook;
import org.postern.reputation.entry.ListEntry;
import org.postern.store.parked.ManyParked;

import java.util.List;

class SenderListsTest {
    private final ManyParked parked = new ManyParked();
    private final Notebook entries = new Notebook();
    private final SenderLists lists = new SenderLists(parked.waiting(), entries.desk());

    private List<String> parties() {
        return entries.entries().stream().map(entry -> entry.party() + " for " + entry.owner()).toList();
    }

    private boolean allow(String header) {
        parked.quarantineContent("k", header + "\r\n\r\nx\r\n");
        return lists.put(ListEntry.Effect.ALLOW, "k", "bob@two.example", "alice");
    }

    @Test
    void theAuthorIsTheSender() {
        assertThat(allow("From: Ann <Ann@authors.example>")).isTrue();
        assertThat(parties()).containsExactly("ann@authors.example for bob@two.example");
        assertThat(lists.put(ListEntry.Effect.ALLOW, "k", "bob@two.example", "alice")).isTrue();
        assertThat(parties()).hasSize(1);
    }

    @Test
    void whereThereIsNoAuthorTheReversePathIs() {
        assertThat(allow("Subject: x")).isTrue();
        assertThat(parties()).containsExactly("a@one.example for bob@two.example");
    }

    @Test
    void whereItIsNotClearNobodyIs() {
        assertThatThrownBy(() -> allow("From: a@one.example, b@one.example")).hasMessageContaining("one sender");
        assertThat(parties()).isEmpty();
    }

    @Test
    void whatNoLongerWaitsPutsNobodyOnAList() {
        assertThat(lists.put(ListEntry.Effect.BLOCK, "gone", ListEntry.ALL, "alice")).isFalse();
        assertThat(parties()).isEmpty();
    }
}

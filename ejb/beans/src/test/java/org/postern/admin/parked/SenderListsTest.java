package org.postern.admin.parked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.postern.admin.trust.Notebook;
import org.postern.reputation.entry.ListEntry;
import org.postern.store.parked.ManyParked;

import java.util.List;
import java.util.Optional;

class SenderListsTest {
    private final ManyParked parked = new ManyParked();
    private final Notebook entries = new Notebook();
    private final SenderLists lists = new SenderLists(parked.waiting(), entries.desk());

    private List<String> parties() {
        return entries.entries().stream().map(entry -> entry.party() + " for " + entry.owner()).toList();
    }

    private boolean allow(String header) {
        parked.quarantineContent("k", header + "\r\n\r\nx\r\n");
        return allowed("k");
    }

    private boolean allowed(String key) {
        Optional<String> sender = lists.sender(ListEntry.Effect.ALLOW, key, "bob@two.example");
        sender.ifPresent(one -> lists.put(ListEntry.Effect.ALLOW, one, "bob@two.example", "alice"));
        return sender.isPresent();
    }

    @Test
    void theAuthorIsTheSender() {
        assertThat(allow("From: Ann <Ann@authors.example>")).isTrue();
        assertThat(parties()).containsExactly("ann@authors.example for bob@two.example");
        assertThat(allowed("k")).isTrue();
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
        assertThat(allowed("gone")).isFalse();
        assertThat(parties()).isEmpty();
    }
}

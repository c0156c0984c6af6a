package org.postern.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.mail.ReversePath;
import org.postern.reputation.entry.ListEntry;
import org.postern.reputation.entry.LiveEntries;
import org.postern.reputation.entry.Party;
import org.postern.reputation.entry.PeoplesLists;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Of what is only looked at, nothing is counted. */
class RehearsalTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));
    private final LiveEntries entries = new LiveEntries();

    private boolean isBlocked(EntryCheck check) {
        return check.blocked(Strangers.session("192.0.2.1"), ReversePath.NULL).isPresent();
    }

    @Test
    void whoLooksMeetsEntriesAndCountsNone() {
        entries.now(new PeoplesLists(List.of(new ListEntry("7", ListEntry.Effect.BLOCK, Party.parse("192.0.2.0/24"),
                ListEntry.ALL, "a reason", Optional.empty()))));
        assertThat(isBlocked(new EntryCheck(entries::get, entry -> {
        }, CLOCK))).isTrue();
        assertThat(entries.take()).isEmpty();
        assertThat(isBlocked(new EntryCheck(entries, CLOCK))).isTrue();
        assertThat(entries.take()).containsOnlyKeys("7");
    }
}

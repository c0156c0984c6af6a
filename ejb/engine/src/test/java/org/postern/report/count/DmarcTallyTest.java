package org.postern.report.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.postern.auth.dmarc.OwnerPolicy;
import org.postern.report.PublishedDmarc;
import org.postern.report.RowFacts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

class DmarcTallyTest {
    private static final PublishedDmarc POLICY = Seen.policy("shop.example", OwnerPolicy.REJECT);

    private final List<DmarcCount> stored = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-01T23:59:59Z");
    private final DmarcTally tally = new DmarcTally(() -> now, "one");

    private void store() {
        tally.storeIn(new Kept(stored));
    }

    /** Keeps them in a list. */
    private record Kept(List<DmarcCount> counts) implements DmarcFigures {
        @Override
        public void add(String node, List<DmarcCount> more) {
            counts.addAll(more);
        }

        @Override
        public List<String> domains(LocalDate day, String after, int most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<DmarcCount> of(LocalDate day, String domain) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int forget(LocalDate before) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void messagesThatAreAlikeAreOneCountOfTheirDay() {
        tally.count(POLICY, Seen.from("192.0.2.1"));
        tally.count(POLICY, Seen.from("192.0.2.1"));
        tally.count(POLICY, Seen.from("192.0.2.2"));
        now = now.plusSeconds(1);
        tally.count(POLICY, Seen.from("192.0.2.1"));
        store();
        assertThat(stored).containsExactlyInAnyOrder(
                new DmarcCount(LocalDate.of(2026, 3, 1), POLICY, Seen.from("192.0.2.1"), 2),
                new DmarcCount(LocalDate.of(2026, 3, 1), POLICY, Seen.from("192.0.2.2"), 1),
                new DmarcCount(LocalDate.of(2026, 3, 2), POLICY, Seen.from("192.0.2.1"), 1));
        stored.clear();
        store();
        assertThat(stored).isEmpty();
    }

    @Test
    void oneDomainDoesNotTakeTheRoomOfOthers() {
        for (int i = 0; i < 3 * DmarcTally.MOST_OF_A_DOMAIN; i++) {
            tally.count(POLICY, Seen.from("2001:db8::" + i));
        }
        tally.count(Seen.policy("other.example", OwnerPolicy.NONE), Seen.from("192.0.2.1"));
        store();
        assertThat(stored).hasSize(DmarcTally.MOST_OF_A_DOMAIN + 1);
    }

    @Test
    void beyondTheRoomOfADomainMessagesAreCountedWithoutWhatTheirSendersChoose() {
        RowFacts one = Seen.from("192.0.2.1");
        int all = 3 * DmarcTally.MOST_OF_A_DOMAIN;
        for (int i = 0; i < all; i++) {
            tally.count(POLICY, new RowFacts(one.source(), one.evaluated(), one.headerFrom(),
                    Optional.of("x" + i + ".example"), Optional.empty(), one.dkim(), one.spf()));
        }
        store();
        assertThat(stored).hasSize(DmarcTally.MOST_WHOLE_OF_A_DOMAIN + 1);
        assertThat(stored.stream().mapToLong(DmarcCount::messages).sum()).isEqualTo(all);
    }

    @Test
    void whatWasStoredBeforeAFaultIsNotStoredAgain() {
        int all = DmarcTally.MOST_AT_ONCE + 10;
        for (int i = 0; i < all; i++) {
            tally.count(Seen.policy("d" + i + ".example", OwnerPolicy.NONE), Seen.from("192.0.2.1"));
        }
        List<DmarcCount> first = new ArrayList<>() {
            private static final long serialVersionUID = 1L;

            @Override
            public boolean addAll(Collection<? extends DmarcCount> more) {
                if (!isEmpty()) {
                    throw new IllegalStateException("no database");
                }
                return super.addAll(more);
            }
        };
        assertThatThrownBy(() -> tally.storeIn(new Kept(first))).hasMessage("no database");
        store();
        assertThat(first).hasSize(DmarcTally.MOST_AT_ONCE).doesNotContainAnyElementsOf(stored);
        assertThat(stored).hasSize(10);
    }

    @Test
    void manyDomainsAreCountedAsFarAsThereIsRoom() {
        for (int i = 0; i < DmarcTally.MOST + 10; i++) {
            tally.count(Seen.policy("d" + i + ".example", OwnerPolicy.NONE), Seen.from("192.0.2.1"));
        }
        tally.count(Seen.policy("d0.example", OwnerPolicy.NONE), Seen.from("192.0.2.1"));
        store();
        assertThat(stored).hasSize(DmarcTally.MOST).extracting(DmarcCount::messages).contains(2L);
    }

    @Test
    void whatCannotBeStoredIsKept() {
        tally.count(POLICY, Seen.from("192.0.2.1"));
        assertThatThrownBy(() -> tally.storeIn(new Kept(List.of()))).isInstanceOf(UnsupportedOperationException.class);
        tally.count(POLICY, Seen.from("192.0.2.1"));
        store();
        assertThat(stored).extracting(DmarcCount::messages).containsExactly(2L);
    }
}

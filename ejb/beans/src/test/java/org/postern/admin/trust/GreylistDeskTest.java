package org.postern.admin.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.reputation.grey.Acquaintance;
import org.postern.reputation.grey.Contact;
import org.postern.reputation.grey.Greylist;
import org.postern.reputation.grey.GreylistStore;
import org.postern.reputation.grey.GreylistTimes;
import org.postern.sentence.Sentence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

class GreylistDeskTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Contact WAITING = new Contact("192.0.2.0/24", "sender.example", "ann@here.example");
    private final List<Contact> released = new ArrayList<>();
    private final GreylistDesk desk = new GreylistDesk(new Greylist(new GreylistStore() {
        @Override
        public Acquaintance change(Contact contact, Function<Optional<Acquaintance>, Acquaintance> change) {
            Acquaintance after = change.apply(Optional.empty());
            if (after.state() == Acquaintance.State.RELEASED) {
                released.add(contact);
            }
            return after;
        }

        @Override
        public List<Waiting> waiting(Optional<Waiting> behind, int limit) {
            return List.of(new Waiting(WAITING, NOON));
        }

        @Override
        public void forget(Instant waiting, Instant known, int most) {
            throw new UnsupportedOperationException();
        }
    }, () -> new GreylistTimes(Duration.ofMinutes(5), Duration.ofDays(1), Duration.ofDays(36)), () -> NOON));

    @Test
    void whoIsToComeAgainIsLetInAndNobodyElse() {
        assertThat(desk.release(new Contact("192.0.2.0/24", "other.example", "ann@here.example"))).isFalse();
        assertThat(desk.release(WAITING)).isTrue();
        assertThat(released).containsExactly(WAITING);
    }

    @Test
    void whoIsNotKnownYetIsLetInByAddress() {
        assertThat(desk.release("192.0.2.9", "bob@sender.example", "Ann@here.example")).isEmpty();
        assertThat(desk.release("192.0.2.9", "bob", "ann@here.example").map(Sentence::toString))
                .contains("Not an address: bob");
        assertThat(released).containsExactly(WAITING);
    }
}

package org.postern.store.reputation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.reputation.grey.Acquaintance;
import org.postern.reputation.grey.Acquaintance.State;
import org.postern.reputation.grey.Contact;
import org.postern.reputation.grey.GreylistStore;
import org.postern.reputation.grey.GreylistStore.Waiting;
import org.postern.store.TestDatabase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class JpaGreylistTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final TestDatabase DATABASE = new TestDatabase();
    private final GreylistStore store = DATABASE.inTransactions(GreylistStore.class, JpaGreylist::new);

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static Contact contact(String recipient) {
        return new Contact("192.0.2.0/24", "sender.example", recipient + "@here.example");
    }

    private void keep(String recipient, Instant first, Instant last, State state) {
        store.change(contact(recipient), before -> new Acquaintance(first, last, state));
    }

    private Optional<Acquaintance> known(String recipient) {
        List<Optional<Acquaintance>> seen = new ArrayList<>();
        store.change(contact(recipient), before -> {
            seen.add(before);
            return before.orElse(new Acquaintance(NOON, NOON, State.WAITING));
        });
        return seen.getFirst();
    }

    @Test
    void aContactIsRememberedAsItWasLeft() {
        assertThat(known("ann")).isEmpty();
        assertThat(known("ann")).contains(new Acquaintance(NOON, NOON, State.WAITING));
        keep("ann", NOON, NOON.plusSeconds(300), State.PASSED);
        assertThat(known("ann")).contains(new Acquaintance(NOON, NOON.plusSeconds(300), State.PASSED));
        assertThat(known("bob")).isEmpty();
    }

    @Test
    void thoseWhoAreToComeAgainAreShownTheLatestFirst() {
        keep("ann", NOON, NOON, State.WAITING);
        keep("bob", NOON.plusSeconds(1), NOON, State.WAITING);
        keep("carl", NOON.plusSeconds(2), NOON, State.RELEASED);
        assertThat(store.waiting(Optional.empty(), 10)).containsExactly(
                new Waiting(contact("bob"), NOON.plusSeconds(1)),
                new Waiting(contact("ann"), NOON));
        assertThat(store.waiting(Optional.empty(), 1)).hasSize(1);
    }

    @Test
    void aPageGoesOnBehindTheLastOneAlsoAmongThoseOfTheSameMoment() {
        for (String who : List.of("ann", "bob", "carl", "dora")) {
            keep(who, NOON, NOON, State.WAITING);
        }
        List<Waiting> all = store.waiting(Optional.empty(), 10);
        assertThat(store.waiting(Optional.of(all.get(1)), 10)).isEqualTo(all.subList(2, 4));
        assertThat(store.waiting(Optional.of(all.getLast()), 10)).isEmpty();
    }

    @Test
    void whatIsOverIsForgottenAndTheOldestBeyondTheMost() {
        keep("early", NOON.minusSeconds(1), NOON, State.WAITING);
        keep("ann", NOON, NOON, State.WAITING);
        keep("bob", NOON.plusSeconds(1), NOON, State.WAITING);
        keep("carl", NOON.plusSeconds(2), NOON, State.WAITING);
        keep("old", NOON, NOON.minusSeconds(1), State.PASSED);
        keep("friend", NOON, NOON, State.RELEASED);
        store.forget(NOON, NOON, 10);
        assertThat(store.waiting(Optional.empty(), 10)).hasSize(3);
        assertThat(DATABASE.rows("greylist_contact")).isEqualTo(4);
        store.forget(NOON, NOON, 2);
        assertThat(store.waiting(Optional.empty(), 10)).extracting(Waiting::contact)
                .containsExactly(contact("carl"), contact("bob"));
    }

    @Test
    void theLongestContactHasRoom() {
        Contact longest = new Contact("2001:db8:ffff:ffff:0:0:0:0/64", "d".repeat(255), "\u20ac".repeat(320));
        store.change(longest, before -> new Acquaintance(NOON, NOON, State.WAITING));
        assertThat(store.waiting(Optional.empty(), 1)).containsExactly(new Waiting(longest, NOON));
    }
}

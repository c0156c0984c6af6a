package org.postern.store.keys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.bounce.ReturnWishes;
import org.postern.event.OutcomeWish;
import org.postern.mail.QueueId;
import org.postern.store.TestDatabase;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

class JpaReturnWishesTest {
    private static final TestDatabase DATABASE = new TestDatabase();
    private static final QueueId FIRST = new QueueId("0123456789ABCDEF");
    private static final QueueId SECOND = new QueueId("1123456789ABCDEF");
    private static final OutcomeWish WISH = new OutcomeWish("queue:" + "a".repeat(250),
            Optional.of("Ö".repeat(OutcomeWish.LONGEST)),
            OutcomeWish.outcomes("all"));

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final ReturnWishes wishes = DATABASE.inTransactions(ReturnWishes.class,
            entities -> new JpaReturnWishes(entities, () -> now));

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private void keep(QueueId about, List<String> recipients) {
        wishes.keep(about, new ReturnWishes.Awaited(WISH, recipients), now.plus(Duration.ofDays(1)));
    }

    @Test
    void keepsTheLongestWishWithTheRecipients() {
        keep(FIRST, List.of("x@example.net", "y@example.net"));
        assertThat(wishes.find(FIRST))
                .contains(new ReturnWishes.Awaited(WISH, List.of("x@example.net", "y@example.net")));
        assertThat(wishes.find(SECOND)).isEmpty();
    }

    @Test
    void keepsNoLongListOfRecipients() {
        keep(FIRST, Collections.nCopies(1_000, "somebody@example.net"));
        assertThat(wishes.find(FIRST)).contains(new ReturnWishes.Awaited(WISH, List.of()));
    }

    @Test
    void forgetsWhatIsOver() {
        keep(FIRST, List.of());
        now = now.plus(Duration.ofDays(2));
        keep(SECOND, List.of());
        now = now.plus(Duration.ofHours(2));
        keep(new QueueId("2123456789ABCDEF"), List.of());
        assertThat(wishes.find(FIRST)).isEmpty();
        assertThat(wishes.find(SECOND)).isPresent();
    }
}

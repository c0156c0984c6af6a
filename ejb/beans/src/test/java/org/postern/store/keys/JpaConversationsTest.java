package org.postern.store.keys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.bounce.Conversation;
import org.postern.bounce.Conversations;
import org.postern.event.OutcomeWish;
import org.postern.mail.QueueId;
import org.postern.store.TestDatabase;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

class JpaConversationsTest {
    private static final TestDatabase DATABASE = new TestDatabase();
    private static final QueueId FIRST = id(0);
    private static final QueueId SECOND = id(1);

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final Conversations conversations = DATABASE.inTransactions(Conversations.class,
            entities -> new JpaConversations(entities, () -> now, 5));

    private void keep(QueueId question, String correlation) {
        conversations.keep(question, new Conversation("answers", Optional.of(correlation)
                .filter(name -> !name.isEmpty()), now.plus(Duration.ofDays(1))));
    }

    private static QueueId id(int number) {
        return new QueueId("%016d".formatted(number));
    }

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void keepsTheLongestNamesOfWhateverCharacters() {
        String correlation = "\u0000" + "張".repeat(OutcomeWish.LONGEST - 1);
        Conversation longest = new Conversation("q".repeat(200), Optional.of(correlation),
                now.plus(Duration.ofDays(1)));
        conversations.keep(FIRST, longest);
        assertThat(conversations.find(FIRST)).contains(longest);
        assertThat(conversations.find(SECOND)).isEmpty();
    }

    @Test
    void keepsOneWithoutAName() {
        keep(FIRST, "");
        assertThat(conversations.find(FIRST).orElseThrow().correlation()).isEmpty();
    }

    @Test
    void forgetsWhatHasBeenOverForAWeek() {
        keep(FIRST, "order-7");
        now = now.plus(Duration.ofDays(7));
        keep(SECOND, "order-8");
        assertThat(conversations.find(FIRST)).isPresent();
        now = now.plus(Duration.ofDays(1)).plusSeconds(1);
        keep(id(2), "order-9");
        assertThat(conversations.find(FIRST)).isEmpty();
        assertThat(conversations.find(SECOND)).isPresent();
    }

    @Test
    void forgetsNoMoreThanSomeAtATime() {
        for (int i = 0; i < 11; i++) {
            keep(id(i), "");
        }
        now = now.plus(Duration.ofDays(9));
        keep(id(20), "");
        assertThat(DATABASE.rows("conversation")).isEqualTo(7);
        keep(id(21), "");
        keep(id(22), "");
        assertThat(DATABASE.rows("conversation")).isEqualTo(3);
    }
}

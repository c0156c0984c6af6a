package org.postern.store.keys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.bounce.ReturnSenders;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.store.TestDatabase;

import java.time.Duration;
import java.time.Instant;

class JpaReturnSendersTest {
    private static final TestDatabase DATABASE = new TestDatabase();
    private static final Mailbox ROBOT = new Mailbox("\"the robot\"", new Domain("news.example.org"));
    private static final Mailbox OTHER = new Mailbox("other", new Domain("news.example.org"));

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final ReturnSenders senders = DATABASE.inTransactions(ReturnSenders.class,
            entities -> new JpaReturnSenders(entities, () -> now));

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void keepsASenderHoweverOften() {
        senders.keep("0123456789AB", ROBOT);
        senders.keep("0123456789AB", ROBOT);
        assertThat(senders.find("0123456789AB")).contains(ROBOT);
        assertThat(senders.find("0123456789AC")).isEmpty();
    }

    @Test
    void forgetsWhomNobodyHasUsedForLongerThanAPathLives() {
        senders.keep("0123456789AB", ROBOT);
        now = now.plus(Duration.ofDays(100));
        senders.keep("0123456789AB", ROBOT);
        now = now.plus(Duration.ofDays(100));
        senders.keep("0123456789AC", OTHER);
        assertThat(senders.find("0123456789AB")).contains(ROBOT);
        now = now.plus(Duration.ofDays(100));
        senders.keep("0123456789AD", OTHER);
        assertThat(senders.find("0123456789AB")).isEmpty();
    }
}

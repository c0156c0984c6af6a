package org.postern.store.keys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.bounce.ReturnKey;
import org.postern.bounce.ReturnKeys;
import org.postern.store.TestDatabase;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

class JpaReturnKeysTest {
    private static final TestDatabase DATABASE = new TestDatabase();
    private final Random random = new Random(1);
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final ReturnKeys keys = DATABASE.inTransactions(ReturnKeys.class,
            entities -> new JpaReturnKeys(entities, () -> now, random));

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void makesAKeyAndKeepsIt() {
        ReturnKey first = keys.current();
        assertThat(first.id()).hasSize(ReturnKey.ID_LENGTH);
        assertThat(first.toString()).doesNotContain(first.secret());
        assertThat(keys.current()).isEqualTo(first);
        assertThat(keys.find(first.id())).contains(first);
        assertThat(keys.find("none")).isEmpty();
    }

    @Test
    void makesAnotherOneInTimeAndKnowsTheOldOne() {
        ReturnKey first = keys.current();
        now = now.plus(Duration.ofDays(31));
        assertThat(keys.current()).isNotEqualTo(first);
        assertThat(keys.find(first.id())).contains(first);
    }

    @Test
    void forgetsWhatIsOfNoUseAnyMore() {
        ReturnKey first = keys.current();
        now = now.plus(Duration.ofDays(200));
        keys.current();
        assertThat(keys.find(first.id())).isEmpty();
    }
}

package org.postern.store.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.digest.DigestLink;
import org.postern.digest.DigestStore;
import org.postern.store.TestDatabase;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class JpaDigestStoreTest {
    private static final TestDatabase DATABASE = new TestDatabase();
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final DigestStore store = DATABASE.inTransactions(DigestStore.class, JpaDigestStore::new);

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void oneNodeAtATimeKnowsHowFarDigestsHaveCome() {
        DigestStore.Round first = store.claim("n1", NOW, MINUTE).orElseThrow();
        assertThat(first.until()).isEmpty();
        assertThat(store.claim("n2", NOW, MINUTE)).isEmpty();
        store.begin(NOW);
        store.reached("two.example/ann");
        assertThat(store.claim("n2", NOW.plus(MINUTE), MINUTE).orElseThrow())
                .isEqualTo(new DigestStore.Round(first.since(), Optional.of(NOW), "two.example/ann"));
        store.end();
        store.release("n2", NOW.plus(MINUTE));
        assertThat(store.claim("n1", NOW.plus(MINUTE), MINUTE).orElseThrow())
                .isEqualTo(new DigestStore.Round(NOW, Optional.empty(), ""));
    }

    @Test
    void aLinkIsUsedOnceAndForgottenWhenItsTimeIsOver() {
        DigestLink link = new DigestLink("h".repeat(64), "k", "two.example/bob", "s", "a", NOW.plus(MINUTE),
                Optional.empty());
        store.keep(List.of(link));
        assertThat(store.find(link.hash())).contains(link);
        assertThat(store.use(link.hash(), NOW)).isTrue();
        assertThat(store.use(link.hash(), NOW)).isFalse();
        assertThat(store.find(link.hash()).orElseThrow().used()).contains(NOW);
        store.forget(NOW);
        assertThat(store.find(link.hash())).isPresent();
        store.forget(NOW.plus(MINUTE).plus(MINUTE));
        assertThat(store.find(link.hash())).isEmpty();
    }

    @Test
    void linksThatNobodyWasGivenAreForgottenAndNoOthers() {
        DigestLink given = new DigestLink("g".repeat(64), "k", "two.example/bob", "s", "a", NOW, Optional.empty());
        DigestLink back = new DigestLink("b".repeat(64), "k", "two.example/cid", "s", "a", NOW, Optional.empty());
        store.keep(List.of(given, back));
        store.takeBack(List.of(back));
        assertThat(store.find(given.hash())).isPresent();
        assertThat(store.find(back.hash())).isEmpty();
    }
}

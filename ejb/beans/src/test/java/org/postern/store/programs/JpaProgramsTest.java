package org.postern.store.programs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.admin.access.Remit;
import org.postern.admin.access.Role;
import org.postern.admin.programs.ApiToken;
import org.postern.admin.programs.ApiTokens;
import org.postern.admin.programs.KeptAnswer;
import org.postern.admin.programs.KeptAnswers;
import org.postern.mail.DomainSet;
import org.postern.store.TestDatabase;

import java.time.Instant;
import java.util.Optional;

class JpaProgramsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final TestDatabase DATABASE = new TestDatabase();
    private final ApiTokens tokens = DATABASE.inTransactions(ApiTokens.class, JpaApiTokens::new);
    private final KeptAnswers answers = DATABASE.inTransactions(KeptAnswers.class, JpaKeptAnswers::new);

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static ApiToken token(String name, String hash) {
        return new ApiToken(hash, name, new Remit(Role.OPERATOR, DomainSet.ofText("a.example b.example")), NOON,
                "alice", NOON.plusSeconds(60), Optional.empty());
    }

    @Test
    void aTokenIsFoundByNameAndByHashUntilItEnds() {
        assertThat(tokens.add(token("backup", "b"))).isTrue();
        assertThat(tokens.add(token("backup", "c"))).isFalse();
        assertThat(tokens.add(token("alerts", "a"))).isTrue();
        assertThat(tokens.all()).containsExactly(token("alerts", "a"), token("backup", "b"));
        assertThat(tokens.known("b")).contains(token("backup", "b"));
        assertThat(tokens.find("alerts")).contains(token("alerts", "a"));
        tokens.used("b", NOON);
        assertThat(tokens.known("b").flatMap(ApiToken::used)).contains(NOON);
        assertThat(tokens.end("backup")).isTrue();
        assertThat(tokens.end("backup")).isFalse();
        assertThat(tokens.known("b")).isEmpty();
    }

    @Test
    void anAnswerIsKeptUntilItIsForgotten() {
        KeptAnswer asked = KeptAnswer.begun("key", "token/backup", "print", NOON);
        assertThat(answers.begin(asked)).isTrue();
        assertThat(answers.begin(asked)).isFalse();
        assertThat(answers.find("key")).contains(asked);
        answers.end("key", 202, "application/json", "x".repeat(KeptAnswer.LONGEST));
        assertThat(answers.find("key").map(KeptAnswer::status)).contains(202);
        assertThat(answers.count("token/backup")).isOne();
        answers.forget(NOON);
        assertThat(answers.find("key")).isPresent();
        answers.forget(NOON.plusSeconds(1));
        assertThat(answers.find("key")).isEmpty();
        answers.begin(asked);
        answers.forget("key");
        assertThat(answers.count("token/backup")).isZero();
    }
}

package org.postern.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.postern.admin.programs.KeptAnswer;
import org.postern.admin.programs.KeptAnswers;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

class RepeatsTest {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final InMemory kept = new InMemory();
    private final Repeats repeats = new Repeats(kept, () -> now);
    private final Repeats.Request request = request("alice", "one", "x");

    private static Repeats.Request request(String caller, String key, String body) {
        return Repeats.Request.of(caller, key, "POST /queue/acts", body.getBytes(StandardCharsets.UTF_8));
    }

    private int status(Repeats.Request asked) {
        return catchThrowableOfType(ProblemException.class, () -> repeats.before(asked)).problem().status();
    }

    @Test
    void whatIsAskedAgainIsAnsweredAsBefore() {
        assertThat(repeats.before(request)).isEmpty();
        repeats.end(request, 202, "application/json", "{}");
        assertThat(repeats.before(request).map(KeptAnswer::status)).contains(202);
    }

    @Test
    void theSameKeyStandsForNothingElse() {
        repeats.before(request);
        assertThat(status(request("alice", "one", "y"))).isEqualTo(422);
        repeats.end(request, 202, "", "");
        assertThat(status(request("alice", "one", "y"))).isEqualTo(422);
    }

    @Test
    void othersHaveKeysOfTheirOwn() {
        repeats.before(request);
        repeats.end(request, 202, "", "");
        assertThat(repeats.before(request("bob", "one", "x"))).isEmpty();
        assertThat(repeats.before(request("alice", "two", "x"))).isEmpty();
    }

    @Test
    void whatIsBeingAnsweredIsNotDoneTwice() {
        repeats.before(request);
        assertThat(status(request)).isEqualTo(409);
        now = now.plus(Repeats.PATIENCE).plusSeconds(1);
        assertThat(repeats.before(request)).isEmpty();
    }

    @Test
    void whatFailedForNowMayBeAskedAgain() {
        for (int passing : new int[]{429, 500, 503}) {
            assertThat(repeats.before(request)).isEmpty();
            repeats.end(request, passing, "application/problem+json", "{}");
        }
        assertThat(repeats.before(request)).isEmpty();
        repeats.end(request, 409, "application/problem+json", "{}");
        assertThat(repeats.before(request).map(KeptAnswer::status)).contains(409);
    }

    @Test
    void anAnswerIsKeptForADay() {
        repeats.before(request);
        repeats.end(request, 200, "", "");
        now = now.plus(Repeats.KEPT);
        assertThat(repeats.before(request)).isPresent();
        now = now.plusSeconds(1);
        assertThat(repeats.before(request)).isEmpty();
    }

    @Test
    void nobodyFillsTheTable() {
        for (int many = 0; many < Repeats.MOST; many++) {
            repeats.before(request("alice", "k" + many, ""));
        }
        assertThat(status(request("alice", "more", ""))).isEqualTo(429);
        assertThat(repeats.before(request("bob", "more", ""))).isEmpty();
    }

    @Test
    void whatStoodInTheBodyCannotBeTriedOutByTheTable() {
        assertThat(request("alice", "one", "x").print()).isNotEqualTo(request("alice", "two", "x").print());
        assertThat(request.print()).matches("[0-9a-f]{64}");
    }

    private static final class InMemory implements KeptAnswers {
        private final Map<String, KeptAnswer> all = new HashMap<>();

        @Override
        public Optional<KeptAnswer> find(String key) {
            return Optional.ofNullable(all.get(key));
        }

        @Override
        public boolean begin(KeptAnswer asked) {
            return all.putIfAbsent(asked.key(), asked) == null;
        }

        @Override
        public void end(String key, int status, String type, String body) {
            all.computeIfPresent(key,
                    (name, one) -> new KeptAnswer(name, one.caller(), one.print(), one.begun(), status,
                            type, body));
        }

        @Override
        public void forget(String key) {
            all.remove(key);
        }

        @Override
        public boolean forget(KeptAnswer known) {
            return all.remove(known.key(), known);
        }

        @Override
        public void forget(Instant before) {
            all.values().removeIf(one -> one.begun().isBefore(before));
        }

        @Override
        public long count(String caller) {
            return all.values().stream().filter(one -> one.caller().equals(caller)).count();
        }
    }
}

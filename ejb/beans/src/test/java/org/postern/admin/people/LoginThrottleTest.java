package org.postern.admin.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

class LoginThrottleTest {
    private Instant now = Instant.EPOCH;
    private final LoginThrottle throttle = new LoginThrottle(() -> now);

    private long tries(String network, String name, int attempts) {
        return IntStream.range(0, attempts).filter(i -> throttle.wait(network, name).isEmpty()).count();
    }

    @Test
    void whoFailsAgainAndAgainWaitsLongerAndLonger() {
        assertThat(tries("evil", "alice", 100)).isEqualTo(5);
        now = now.plusSeconds(30);
        assertThat(tries("evil", "alice", 100)).isEqualTo(1);
        now = now.plusSeconds(30);
        assertThat(tries("evil", "alice", 100)).isZero();
        now = now.plusSeconds(30);
        assertThat(tries("evil", "bob", 100)).isEqualTo(1);
    }

    @Test
    void attemptsAtTheSameMomentCountBeforeTheyFail() {
        assertThat(tries("evil", "alice", 1000)).isEqualTo(5);
    }

    @Test
    void oneAttackerKeepsNobodyElseOut() {
        for (int day = 0; day < 1000; day++) {
            throttle.wait("evil", "alice");
            now = now.plus(Duration.ofMinutes(1));
        }
        assertThat(throttle.wait("home", "alice")).isEmpty();
    }

    @Test
    void manyAttackersSlowANameDownButForWhereItsOwnerGotInBefore() {
        throttle.wait("home", "alice");
        throttle.succeeded("home", "alice");
        long tried = IntStream.range(0, 1000).filter(i -> throttle.wait("evil" + i, "Alice").isEmpty()).count();
        assertThat(tried).isEqualTo(30);
        assertThat(throttle.wait("elsewhere", "alice"))
                .hasValueSatisfying(wait -> assertThat(wait).isLessThanOrEqualTo(Duration.ofSeconds(30)));
        assertThat(throttle.wait("home", "alice")).isEmpty();
        assertThat(throttle.wait("evil1", "bob")).isEmpty();
    }

    @Test
    void whoGetsInStartsAnew() {
        tries("home", "alice", 4);
        throttle.succeeded("home", "alice");
        assertThat(tries("home", "alice", 100)).isEqualTo(5);
    }
}

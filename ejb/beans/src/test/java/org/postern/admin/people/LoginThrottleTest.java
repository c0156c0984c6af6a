package org.postern.admin.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.admin.access.Role;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

class LoginThrottleTest {
    private static final Whence HOME = new Whence("home", "home/24");
    private static final Whence EVIL = evil(0);
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final PeopleInMemory people = new PeopleInMemory();
    private final LoginThrottle throttle = new LoginThrottle(people, () -> now);

    private static Whence evil(int number) {
        return new Whence("evil" + number, "evil" + number + "/24");
    }

    private boolean isLetThrough(Whence from, String name) {
        return throttle.attempt(from, name).hasToWait().isEmpty();
    }

    private long tries(Whence from, String name, int attempts) {
        return IntStream.range(0, attempts).filter(i -> isLetThrough(from, name)).count();
    }

    private void getIn(Whence from, String name) {
        throttle.attempt(from, name).succeeded();
        people.add(new ConsoleUser(name, "x", Role.OPERATOR, now, now));
        people.add(new ConsoleSession(name + from, name, from.network(), now, now), "x", 20);
    }

    @Test
    void whoFailsAgainAndAgainWaitsLongerAndLonger() {
        assertThat(tries(EVIL, "alice", 100)).isEqualTo(5);
        now = now.plusSeconds(30);
        assertThat(tries(EVIL, "alice", 100)).isEqualTo(1);
        now = now.plusSeconds(30);
        assertThat(tries(EVIL, "alice", 100)).isZero();
        now = now.plusSeconds(30);
        assertThat(tries(EVIL, "bob", 100)).isEqualTo(1);
    }

    @Test
    void attemptsAtTheSameMomentCountBeforeTheyFail() {
        assertThat(tries(EVIL, "alice", 1000)).isEqualTo(5);
    }

    @Test
    void oneAttackerKeepsNobodyElseOut() {
        for (int minute = 0; minute < 1000; minute++) {
            throttle.attempt(EVIL, "alice");
            now = now.plus(Duration.ofMinutes(1));
        }
        assertThat(isLetThrough(HOME, "alice")).isTrue();
    }

    @Test
    void elevenAttackersInTurnKeepNobodyElseOut() {
        int kept = 0;
        for (int minute = 0; minute < 3 * 24 * 60; minute++) {
            for (int network = 0; network < 11; network++) {
                throttle.attempt(evil(network), "alice");
            }
            now = now.plus(Duration.ofMinutes(1));
            LoginThrottle.Attempt owner = throttle.attempt(HOME, "alice");
            owner.withdraw();
            kept += owner.hasToWait().isPresent() ? 1 : 0;
        }
        assertThat(kept).isZero();
    }

    @Test
    void theManyNetworksOfOneCustomerAreOneAttacker() {
        long tried = IntStream.range(0, 1000)
                .filter(i -> isLetThrough(new Whence("evil" + i, "evil/48"), "alice"))
                .count();
        assertThat(tried).isEqualTo(30);
        assertThat(isLetThrough(HOME, "alice")).isTrue();
    }

    @Test
    void anAccountOfOnesOwnMakesNoWayAroundThat() {
        Whence own = new Whence("own", "evil/48");
        getIn(own, "mallory");
        long tried = 0;
        for (int i = 0; i < 1000; i++) {
            tried += isLetThrough(new Whence("evil" + i, "evil/48"), "alice") ? 1 : 0;
            LoginThrottle.Attempt mallory = throttle.attempt(own, "mallory");
            assertThat(mallory.hasToWait()).isEmpty();
            mallory.succeeded();
        }
        assertThat(tried).isEqualTo(30);
    }

    @Test
    void manyAttackersSlowANameDownButForWhereItsOwnerGotInBefore() {
        getIn(HOME, "alice");
        long tried = IntStream.range(1, 1000).filter(i -> isLetThrough(evil(i), "Alice")).count();
        assertThat(tried).isEqualTo(30);
        assertThat(throttle.attempt(new Whence("elsewhere", "elsewhere/24"), "alice").hasToWait())
                .hasValueSatisfying(wait -> assertThat(wait).isLessThanOrEqualTo(Duration.ofSeconds(30)));
        assertThat(isLetThrough(HOME, "alice")).isTrue();
        assertThat(new LoginThrottle(people, () -> now).attempt(HOME, "alice").hasToWait()).isEmpty();
        assertThat(isLetThrough(evil(1), "bob")).isTrue();
    }

    @Test
    void whoGetsInIsForgivenWhatFailedForThem() {
        tries(HOME, "alice", 4);
        getIn(HOME, "alice");
        assertThat(tries(HOME, "alice", 100)).isEqualTo(5);
    }

    @Test
    void anAccountOfOnesOwnForgivesNoGuessesForOthers() {
        long tried = 0;
        for (int i = 0; i < 100; i++) {
            tried += tries(EVIL, "alice", 1);
            LoginThrottle.Attempt own = throttle.attempt(EVIL, "mallory");
            if (own.hasToWait().isEmpty()) {
                own.succeeded();
            }
        }
        assertThat(tried).isEqualTo(5);
    }

    @Test
    void whatWasNotJudgedIsNoFailure() {
        for (int i = 0; i < 100; i++) {
            throttle.attempt(HOME, "alice").withdraw();
        }
        assertThat(tries(HOME, "alice", 100)).isEqualTo(5);
    }
}

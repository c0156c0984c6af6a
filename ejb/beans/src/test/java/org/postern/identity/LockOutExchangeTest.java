package org.postern.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.limit.InMemoryCounters;
import org.postern.limit.LockOut;
import org.postern.receiver.Identity;
import org.postern.receiver.SaslExchange;
import org.postern.receiver.SaslStep;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

class LockOutExchangeTest {
    private static final SaslStep NOT_PROVED = new SaslStep.Refused(AuthenticationReplies.NOT_PROVED);
    private static final SaslStep LOCKED = new SaslStep.Refused(AuthenticationReplies.LOCKED);
    private static final SaslStep ADMITTED = new SaslStep.Authenticated(new Identity("alice", "PLAIN"));

    private final List<Duration> pauses = new ArrayList<>();
    private final List<String> locks = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private Duration judging = Duration.ZERO;
    private final LockOut lockOut = new LockOut(new InMemoryCounters(() -> now, 100), 3, Duration.ofMinutes(10));

    private LockOutExchange exchange(String network, SaslStep verdict) {
        SaslExchange judge = new SaslExchange() {
            @Override
            public SaslStep begin() {
                return new SaslStep.Challenge(new byte[0]);
            }

            @Override
            public SaslStep respond(byte[] response) {
                now = now.plus(judging);
                return verdict;
            }

            @Override
            public void abandon() {
                // nothing to give up
            }
        };
        return new LockOutExchange(judge, "PLAIN", network,
                new LockOutExchange.Guard(lockOut, new Semaphore(1), pauses::add, () -> now),
                (failures, name) -> locks.add(failures + " " + name));
    }

    private SaslStep login(String network, String user, SaslStep verdict) {
        return exchange(network, verdict).respond(response(user));
    }

    private static byte[] response(String user) {
        return ("\0" + user + "\0password").getBytes(StandardCharsets.UTF_8);
    }

    private void giveUp(String user, SaslStep before) {
        LockOutExchange exchange = exchange("192.0.2.9", before);
        exchange.respond(response(user));
        exchange.abandon();
    }

    @Test
    void letsPassWhoIsProved() {
        assertThat(login("192.0.2.9", "alice", ADMITTED)).isEqualTo(ADMITTED);
        assertThat(pauses).containsExactly(Duration.ZERO);
    }

    @Test
    void answersAFailureAfterTheSameTimeHoweverLongItTookToSee() {
        login("192.0.2.1", "alice", NOT_PROVED);
        judging = Duration.ofMillis(300);
        login("192.0.2.2", "nobody", NOT_PROVED);
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofMillis(700));
    }

    @Test
    void locksTheNetworkAndTellsItOnce() {
        for (int i = 0; i < 3; i++) {
            assertThat(login("192.0.2.9", "user" + i, NOT_PROVED)).isEqualTo(NOT_PROVED);
        }
        assertThat(login("192.0.2.9", "alice", ADMITTED)).isEqualTo(LOCKED);
        assertThat(login("192.0.2.9", "alice", NOT_PROVED)).isEqualTo(LOCKED);
        assertThat(login("198.51.100.7", "alice", ADMITTED)).isEqualTo(ADMITTED);
        assertThat(locks).containsExactly("3 user2");
    }

    @Test
    void locksTheUserWhereverTheClientIs() {
        for (int i = 0; i < 3; i++) {
            login("192.0.2." + i, "alice", NOT_PROVED);
        }
        assertThat(login("198.51.100.7", "alice", NOT_PROVED)).isEqualTo(LOCKED);
        assertThat(login("198.51.100.8", "alice", ADMITTED)).isEqualTo(LOCKED);
    }

    @Test
    void whoTriesAgainWhileLockedDoesNotProlongTheLock() {
        for (int i = 0; i < 3; i++) {
            login("192.0.2." + i, "alice", NOT_PROVED);
        }
        now = now.plus(Duration.ofMinutes(9));
        assertThat(login("198.51.100.7", "alice", ADMITTED)).isEqualTo(LOCKED);
        now = now.plus(Duration.ofMinutes(6));
        assertThat(login("198.51.100.7", "alice", ADMITTED)).isEqualTo(ADMITTED);
    }

    @Test
    void whoGivesUpAfterAChallengePaysWithTheNetwork() {
        for (int i = 0; i < 3; i++) {
            giveUp("user" + i, new SaslStep.Challenge(new byte[0]));
        }
        assertThat(login("192.0.2.9", "alice", ADMITTED)).isEqualTo(LOCKED);
        assertThat(login("198.51.100.7", "user0", ADMITTED)).isEqualTo(ADMITTED);
    }

    @Test
    void whoseNetworkIsLockedOutIsNotEvenAskedForAName() {
        assertThat(exchange("192.0.2.9", ADMITTED).begin()).isInstanceOf(SaslStep.Challenge.class);
        for (int i = 0; i < 3; i++) {
            login("192.0.2.9", "user" + i, NOT_PROVED);
        }
        assertThat(exchange("192.0.2.9", ADMITTED).begin()).isEqualTo(LOCKED);
        assertThat(pauses.getLast()).isEqualTo(Duration.ofSeconds(1));
    }

    /** Case, width and spaces are nothing to a directory, so they are no way to more guesses. */
    @Test
    void everySpellingOfANameIsOneUser() {
        login("192.0.2.1", "Alice", NOT_PROVED);
        login("192.0.2.2", " alice ", NOT_PROVED);
        login("192.0.2.3", "\uFF41lice", NOT_PROVED);
        assertThat(login("198.51.100.7", "alice", ADMITTED)).isEqualTo(LOCKED);
    }

    @Test
    void whoIsProvedPaysNothingForTheEndOfTheExchange() {
        for (int i = 0; i < 5; i++) {
            giveUp("alice", ADMITTED);
        }
        assertThat(login("192.0.2.9", "alice", ADMITTED)).isEqualTo(ADMITTED);
    }

    @Test
    void holdsNothingAgainstAClientWhenTheRealmIsAway() {
        SaslStep later = new SaslStep.Refused(AuthenticationReplies.UNKNOWN_NOW);
        for (int i = 0; i < 5; i++) {
            assertThat(login("192.0.2.9", "alice", later)).isEqualTo(later);
        }
        assertThat(login("192.0.2.9", "alice", ADMITTED)).isEqualTo(ADMITTED);
    }
}

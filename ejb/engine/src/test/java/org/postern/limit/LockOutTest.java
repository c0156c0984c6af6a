package org.postern.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class LockOutTest {
    private static final String HERE = "192.0.2.9";
    private static final String THERE = "198.51.100.7";
    private Instant now = Instant.EPOCH;
    private final LockOut lockOut = new LockOut(new InMemoryCounters(() -> now, 100), 3, Duration.ofMinutes(10));

    @Test
    void locksANetworkThatTriesManyUsers() {
        lockOut.failed(HERE, "a");
        lockOut.failed(HERE, "b");
        assertThat(lockOut.isNetworkLocked(HERE)).isFalse();
        assertThat(lockOut.isReachedBy(lockOut.failed(HERE, "c"))).isTrue();
        assertThat(lockOut.isNetworkLocked(HERE)).isTrue();
        assertThat(lockOut.isNetworkLocked(THERE)).isFalse();
        assertThat(lockOut.isUserLocked(THERE, "c")).isFalse();
    }

    @Test
    void locksAUserWhoIsTriedFromManyNetworks() {
        lockOut.failed("192.0.2.1", "Alice");
        lockOut.failed("192.0.2.2", "alice");
        lockOut.failed("192.0.2.3", "ALICE");
        assertThat(lockOut.isUserLocked(THERE, "alice")).isTrue();
        assertThat(lockOut.isNetworkLocked("192.0.2.3")).isFalse();
    }

    @Test
    void unlocksWithTime() {
        for (int i = 0; i < 3; i++) {
            lockOut.failed(HERE, "a");
        }
        now = now.plus(Duration.ofMinutes(14));
        assertThat(lockOut.isNetworkLocked(HERE)).isFalse();
    }

    @Test
    void forgetsTheUsersFailuresOfWhoSucceedsNotThoseOfTheNetwork() {
        lockOut.failed(HERE, "a");
        lockOut.failed(HERE, "a");
        lockOut.succeeded("192.0.2.200", "a");
        lockOut.failed(HERE, "a");
        assertThat(lockOut.isUserLocked(THERE, "a")).isFalse();
        assertThat(lockOut.isNetworkLocked(HERE)).isTrue();
    }

    @Test
    void guessesElsewhereDoNotLockAUserOutWhereTheyHaveBeenBefore() {
        lockOut.succeeded(HERE, "Alice");
        for (int i = 0; i < 5; i++) {
            lockOut.failed(THERE, "alice");
        }
        assertThat(lockOut.isUserLocked(THERE, "alice")).isTrue();
        assertThat(lockOut.isUserLocked("192.0.2.200", "alice")).isTrue();
        assertThat(lockOut.isUserLocked(HERE, "alice")).isFalse();
        assertThat(lockOut.isUserLocked(HERE, "bob")).isFalse();
    }

    @Test
    void guessesWhereAUserHasBeenBeforeLockThemOutThere() {
        LockOut shared = lockOut.ofUsersOnly();
        shared.succeeded(HERE, "alice");
        for (int i = 0; i < 3; i++) {
            shared.failed(HERE, "alice");
        }
        assertThat(shared.isUserLocked(HERE, "alice")).isTrue();
        assertThat(shared.isUserLocked(THERE, "alice")).isFalse();
    }

    @Test
    void aNetworkThatIsTrustedIsNotLockedForTheUsersWhoShareIt() {
        LockOut shared = lockOut.ofUsersOnly();
        for (int i = 0; i < 9; i++) {
            shared.failed(HERE, "a" + i % 3);
        }
        assertThat(shared.isNetworkLocked(HERE)).isFalse();
        assertThat(lockOut.isNetworkLocked(HERE)).isFalse();
        assertThat(shared.isUserLocked(HERE, "a0")).isTrue();
    }

    @Test
    void whereAUserHasBeenIsForgottenInTime() {
        lockOut.succeeded(HERE, "alice");
        now = now.plus(Duration.ofDays(70));
        for (int i = 0; i < 3; i++) {
            lockOut.failed(THERE, "alice");
        }
        assertThat(lockOut.isUserLocked(HERE, "alice")).isTrue();
    }

    @Test
    void answersSlowerTheMoreFailuresThereAre() {
        assertThat(lockOut.delay(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(lockOut.delay(2)).isEqualTo(Duration.ofSeconds(2));
        assertThat(lockOut.delay(1000)).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void locksNobodyWhenSwitchedOff() {
        LockOut off = new LockOut(new InMemoryCounters(() -> now, 100), 0, Duration.ofMinutes(10));
        off.failed(HERE, "a");
        assertThat(off.isNetworkLocked(HERE)).isFalse();
    }
}

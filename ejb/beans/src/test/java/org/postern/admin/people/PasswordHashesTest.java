package org.postern.admin.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.limit.BusyException;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.List;
import java.util.stream.Stream;

class PasswordHashesTest {
    private final PasswordHashes hashes = new PasswordHashes();

    @Test
    void aFloodOfLoginsGetsTwoCoresAndAShortQueue() throws Exception {
        try (ExecutorService flood = Executors.newCachedThreadPool()) {
            Callable<Boolean> guess = () -> {
                try {
                    return hashes.verify("guessed", hashes.nobodys());
                } catch (BusyException busy) {
                    return true;
                }
            };
            List<Future<Boolean>> guesses = Stream.generate(() -> guess).limit(100).map(flood::submit).toList();
            int refused = 0;
            for (Future<Boolean> one : guesses) {
                refused += one.get() ? 1 : 0;
            }
            assertThat(refused).isGreaterThan(50);
        }
        assertThat(hashes.verify("right", hashes.hash("right"))).isTrue();
    }

    @Test
    void nobodysHashCannotBeToldFromThatOfAPassword() {
        String nobodys = hashes.nobodys();
        assertThat(nobodys).startsWith("$2a$12$").hasSameSizeAs(hashes.hash("somebody's")).isEqualTo(hashes.nobodys());
        assertThat(hashes.verify("", nobodys)).isFalse();
    }
}

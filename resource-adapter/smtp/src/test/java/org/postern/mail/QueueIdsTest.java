package org.postern.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

class QueueIdsTest {
    private long now = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();
    private final QueueIds ids = new QueueIds(() -> Instant.ofEpochMilli(now), new Random(1));

    @Test
    void sortByTheTimeOfAcceptance() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            names.add(ids.next().text());
            now += i % 3;
        }
        assertThat(names).isSorted();
    }

    @Test
    void areNeverGivenTwiceEvenWithinOneMillisecond() {
        Set<QueueId> names = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            names.add(ids.next());
        }
        assertThat(names.size()).isEqualTo(10_000);
    }

    @Test
    void goOnWhenTheClockIsSetBack() {
        QueueId before = ids.next();
        now -= 3_600_000;
        assertThat(ids.next().text()).isGreaterThan(before.text());
    }

    @Test
    void startTheNextMillisecondWhenOneIsUsedUp() {
        RandomGenerator highest = () -> -1L;
        QueueIds atTheEnd = new QueueIds(() -> Instant.ofEpochMilli(now), highest);
        QueueId last = atTheEnd.next();
        assertThat(last.text()).endsWith("ZZZZZZZ");
        assertThat(atTheEnd.next().text()).isGreaterThan(last.text()).endsWith("0000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123456789ABCDE", "0123456789ABCDEFG", "0123456789ABCDEI", "0123456789ABCDEL",
            "0123456789abcdef", "0123456789ABCDE/"})
    void refuseTextOfAnotherForm(String text) {
        assertThatThrownBy(() -> new QueueId(text)).isInstanceOf(IllegalArgumentException.class);
    }
}

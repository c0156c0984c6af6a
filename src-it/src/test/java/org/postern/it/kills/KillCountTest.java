package org.postern.it.kills;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

class KillCountTest {
    private static BitSet numbers(int... numbers) {
        return Arrays.stream(numbers).collect(BitSet::new, BitSet::set, BitSet::or);
    }

    private static Taking read(int number, int attempt, int life) {
        Taking taking = unread(number, attempt, life);
        taking.progress().read();
        return taking;
    }

    private static Taking unread(int number, int attempt, int life) {
        return new Taking(number, attempt, life, new Taking.Progress());
    }

    @Test
    void whatGotIts250BeforeAKillAndNeverCameIsLostByIt() {
        List<KillCount> counts = KillCount.of(List.of(numbers(1, 2), numbers(1, 2, 3)),
                List.of(read(1, 1, 0), read(3, 3, 1)));
        assertThat(counts).containsExactly(new KillCount(2, 1, 0, 0, 0), new KillCount(1, 0, 0, 0, 0));
    }

    @Test
    void aDoubleBelongsToTheKillThatEndedTheLifeOfItsFirstDelivery() {
        List<KillCount> counts = KillCount.of(List.of(numbers(1, 2), numbers(1, 2), numbers(1, 2)),
                List.of(unread(1, 1, 0), read(2, 2, 0), read(1, 1, 1), read(2, 2, 2)));
        assertThat(counts).containsExactly(new KillCount(2, 0, 1, 1, 1), new KillCount(0, 0, 0, 0, 0),
                new KillCount(0, 0, 0, 0, 0));
    }

    @Test
    void whatTheClientHandedInTwiceIsNoDouble() {
        List<KillCount> counts = KillCount.of(List.of(numbers(1), numbers(1)), List.of(read(1, 1, 0), read(1, 2, 1)));
        assertThat(counts).containsExactly(new KillCount(1, 0, 0, 0, 0), new KillCount(0, 0, 0, 0, 0));
    }

    @Test
    void nothingIsInTheAirWhereNothingWasKilled() {
        assertThat(KillCount.of(List.of(numbers(1)), List.of(unread(1, 1, 0))))
                .containsExactly(new KillCount(1, 0, 0, 0, 0));
    }
}

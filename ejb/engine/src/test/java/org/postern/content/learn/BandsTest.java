package org.postern.content.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class BandsTest {
    /** Ham from -10 to 0 and spam from -1 to 9, evenly. */
    private static Scores even(int number) {
        return new Scores(IntStream.range(0, number).mapToDouble(i -> -10.0 + 10.0 * i / number).toArray(),
                IntStream.range(0, number).mapToDouble(i -> -1.0 + 10.0 * i / number).toArray());
    }

    @Test
    void noMoreHamThanIsSaidIsInABand() {
        Scores scores = even(1000);
        Bands bands = Bands.of(scores);
        assertThat(scores.hamAbove(bands.doubtful())).isEqualTo(10);
        assertThat(scores.hamAbove(bands.spam())).isEqualTo(3);
        assertThat(scores.hamAbove(bands.surelySpam())).isEqualTo(1);
    }

    @Test
    void eachScoreIsInOneBandAndHigherOnesInHigherBands() {
        Bands bands = Bands.of(even(1000));
        assertThat(IntStream.range(-2000, 2000).mapToObj(i -> bands.of(i / 1000.0)).distinct())
                .isSortedAccordingTo(Band::compareTo)
                .contains(Band.HAM, Band.UNSURE, Band.DOUBTFUL, Band.SPAM, Band.SURELY_SPAM);
        assertThat(bands.of(20)).isEqualTo(Band.SURELY_SPAM);
        assertThat(bands.of(-20)).isEqualTo(Band.SURELY_HAM);
    }

    @Test
    void whatFewSamplesCannotShowIsGuessedWithCare() {
        Bands few = Bands.of(even(100));
        assertThat(few.spam()).isGreaterThan(few.doubtful());
        assertThat(few.surelySpam()).isGreaterThan(few.spam() + 1);
        assertThat(few.surelyHam()).isLessThan(few.ham());
    }

    @Test
    void theAreaIsThePartOfPairsInTheRightOrder() {
        assertThat(new Scores(new double[]{1, 2}, new double[]{3, 4}).area()).isEqualTo(1);
        assertThat(new Scores(new double[]{3, 4}, new double[]{1, 2}).area()).isEqualTo(0);
        assertThat(new Scores(new double[]{1, 2}, new double[]{2, 3}).area()).isEqualTo(0.875);
        assertThat(new Scores(new double[0], new double[]{1}).area()).isEqualTo(1);
    }

    @Test
    void limitsOutOfOrderAreNoBands() {
        assertThatIllegalArgumentException().isThrownBy(() -> Bands.of(1, 2, 3, 5, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> Bands.of(1, 2, 3, 4, Double.NaN));
    }

    @Test
    void aTrialIsLostByTwoMoreFalsePositivesOrALittleArea() {
        Trial before = new Trial(3, 0.99);
        assertThat(List.of(new Trial(4, 0.99), new Trial(0, 0.9881))).allMatch(trial -> trial.isNoWorseThan(before));
        assertThat(List.of(new Trial(5, 1), new Trial(0, 0.9879))).noneMatch(trial -> trial.isNoWorseThan(before));
    }
}

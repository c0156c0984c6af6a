package org.postern.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.assessment.Assessment;
import org.postern.assessment.Symbol;

import java.util.List;

class WeightsTest {
    @Test
    void eachSymbolWeighsWhatIsSetOrElseWhatIsUsual() {
        Weights weights = new Weights(
                List.of(Weights.Weight.parse("SPF_FAIL=1"), Weights.Weight.parse("SPF_FAIL = 2.5")));
        Assessment weighed = weights.of(Assessment.of(List.of(Symbol.noted("SPF_FAIL", "x"),
                Symbol.noted("NO_CLIENT_NAME", ""), new Symbol("OF_ANOTHER_BUILD", 4, ""))));
        assertThat(weighed.symbols()).containsExactly(new Symbol("SPF_FAIL", 2.5, "x"),
                new Symbol("NO_CLIENT_NAME", 1, ""), new Symbol("OF_ANOTHER_BUILD", 4, ""));
        assertThat(weighed.score()).isEqualTo(7.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SPF_FAIL", "SPF_FAIL=", "SPF_FAIL=much", "SPF_FAIL=101", "SPF_FAIL=NaN", "SPF_FIAL=1"})
    void whatIsNoWeightIsSaidToBeNone(String text) {
        assertThatThrownBy(() -> Weights.Weight.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}

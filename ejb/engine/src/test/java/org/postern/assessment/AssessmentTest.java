package org.postern.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.auth.MethodResult;
import org.postern.auth.ResultName;
import org.postern.receiver.Reason;

import java.util.List;
import java.util.stream.IntStream;

class AssessmentTest {
    private static final Symbol AGAINST = new Symbol("NO_CLIENT_NAME", 1.5, "192.0.2.9");
    private static final Symbol FOR = new Symbol("KNOWN_SENDER", -2, "");

    @Test
    void theScoreIsWhatTheSymbolsAddUpTo() {
        assertThat(Assessment.of(List.of(AGAINST, FOR)).score()).isEqualTo(-0.5);
        assertThat(Assessment.NONE.score()).isZero();
    }

    @Test
    void whatIsFoundTwiceCountsOnce() {
        Assessment once = Assessment.NONE.with(AGAINST);
        assertThat(once.with(new Symbol("NO_CLIENT_NAME", 7, "again"))).isEqualTo(once);
        assertThat(once.with(FOR).symbols()).containsExactly(AGAINST, FOR);
    }

    @Test
    void aReasonChangesNothingOfWhatWasFound() {
        Assessment refused = Assessment.of(List.of(AGAINST)).because(Reason.NONE.by("relay"));
        assertThat(refused.symbols()).containsExactly(AGAINST);
        assertThat(refused.reason().rule()).contains("relay");
        assertThat(refused.isNone()).isFalse();
        assertThat(Assessment.NONE.because(Reason.NONE).isNone()).isTrue();
    }

    @Test
    void noStrangerMakesItGrowWithoutEnd() {
        List<Symbol> many = IntStream.range(0, 1000).mapToObj(i -> Symbol.noted("S" + i, "")).toList();
        assertThat(Assessment.of(many).symbols()).hasSize(Assessment.MOST);
        assertThat(Symbol.noted("LONG", "x\n" + "y".repeat(5000)).evidence())
                .startsWith("x?y")
                .hasSize(Symbol.LONGEST_EVIDENCE);
    }

    @Test
    void aMethodComesToItsFirstResultAndSignaturesToAGoodOne() {
        Assessment found = new Assessment(List.of(), Verdict.NONE, Reason.NONE,
                List.of(new MethodResult("spf", ResultName.FAIL), new MethodResult("spf", ResultName.PASS),
                        new MethodResult("dkim", ResultName.FAIL), new MethodResult("dkim", ResultName.PASS)));
        assertThat(found.result("spf")).isEqualTo("fail");
        assertThat(found.result("dkim")).isEqualTo("pass");
        assertThat(found.result("dmarc")).isEqualTo("none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lower", "1A", "A B", "A-B"})
    void aSymbolHasANameThatCanBeSearchedFor(String name) {
        assertThatThrownBy(() -> Symbol.noted(name, "")).isInstanceOf(IllegalArgumentException.class);
    }
}

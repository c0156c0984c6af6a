package org.postern.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.assessment.Assessment;
import org.postern.assessment.Symbol;
import org.postern.receiver.Reason;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class AssessmentCodecTest {
    @Test
    void whatIsWrittenIsReadAgain() {
        Assessment found = new Assessment(
                List.of(new Symbol("NO_CLIENT_NAME", 1.5, "\"x\\y\" \u00fc"), Symbol.noted("B", "")),
                new Reason(Optional.of("relay"), Optional.of("RFC 5321, 3.6"), Optional.of("seen")));
        assertThat(AssessmentCodec.read(AssessmentCodec.write(found))).isEqualTo(found);
        assertThat(AssessmentCodec.write(Assessment.NONE)).isEqualTo("{}");
        assertThat(AssessmentCodec.read("{}")).isEqualTo(Assessment.NONE);
    }

    @Test
    void theLargestFitsWhereItIsKept() {
        List<Symbol> most = IntStream.range(0, Assessment.MOST)
                .mapToObj(i -> new Symbol("N".repeat(60) + i, -1234567.891, "\"".repeat(Symbol.LONGEST_EVIDENCE)))
                .toList();
        Assessment largest = new Assessment(most, Reason.seen("\"".repeat(Reason.LONGEST_EVIDENCE)).by("header-rule"));
        assertThat(AssessmentCodec.write(largest)).hasSizeLessThanOrEqualTo(65_536);
        assertThat(AssessmentCodec.read(AssessmentCodec.write(largest))).isEqualTo(largest);
    }

    @Test
    void whatANewerGatewayAddsIsPassedOver() {
        assertThat(AssessmentCodec.read("{\"new\":{\"a\":[1]},\"more\":[[],{}],\"rule\":\"relay\",\"symbols\":"
                + "[{\"name\":\"A\",\"weight\":2,\"since\":{\"b\":1}}]}"))
                .isEqualTo(new Assessment(List.of(new Symbol("A", 2, "")), Reason.NONE.by("relay")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing", "[]", "{", "{\"symbols\":[{\"name\":\"a b\"}]}",
            "{\"symbols\":[{\"name\":\"A\",\"weight\":\"much\"}]}", "{\"symbols\":[{"})
    void whatCannotBeReadIsNothing(String text) {
        assertThat(AssessmentCodec.read(text)).isEqualTo(Assessment.NONE);
    }
}

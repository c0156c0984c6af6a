package org.postern.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.assessment.Assessment;
import org.postern.assessment.Symbol;
import org.postern.assessment.Verdict;
import org.postern.auth.MethodResult;
import org.postern.auth.Property;
import org.postern.auth.ResultName;
import org.postern.receiver.Reason;

import java.util.Collections;
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
    void verdictAndResultsAreReadAgain() {
        Assessment judged = new Assessment(List.of(new Symbol("SPF_FAIL", 2, "mx.example")), Verdict.QUARANTINE,
                Reason.seen("score 2"),
                List.of(new MethodResult("spf", ResultName.FAIL, Property.smtp("mailfrom", "a@b.example"))
                        .because("-all \"x\""), new MethodResult("dkim", ResultName.NONE)));
        assertThat(AssessmentCodec.read(AssessmentCodec.write(judged))).isEqualTo(judged);
    }

    @Test
    void theLargestFitsWhereItIsKept() {
        List<Symbol> most = IntStream.range(0, Assessment.MOST)
                .mapToObj(i -> new Symbol("N".repeat(60) + i, -1234567.891, "\"".repeat(Symbol.LONGEST_EVIDENCE)))
                .toList();
        MethodResult result = new MethodResult("dkim", ResultName.FAIL,
                Collections.nCopies(10, Property.header("d", "\"".repeat(MethodResult.LONGEST_TEXT))),
                Optional.empty());
        Assessment largest = new Assessment(most, Verdict.QUARANTINE,
                Reason.seen("\"".repeat(Reason.LONGEST_EVIDENCE)).by("header-rule"), Collections.nCopies(40, result));
        assertThat(largest.authentication()).hasSize(1);
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

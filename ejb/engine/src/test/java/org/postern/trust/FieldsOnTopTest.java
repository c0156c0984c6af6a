package org.postern.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.assessment.Assessment;
import org.postern.assessment.Symbol;
import org.postern.assessment.Verdict;
import org.postern.auth.MethodResult;
import org.postern.auth.Property;
import org.postern.auth.ResultName;
import org.postern.mail.Content;
import org.postern.mail.Domain;
import org.postern.mail.HeaderSection;
import org.postern.receiver.Reason;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

class FieldsOnTopTest {
    private final FieldsOnTop fields = new FieldsOnTop(new Domain("gateway.example"), () -> 5);

    private static String lines(String text) {
        return text.replace("\n", "\r\n");
    }

    private String cut(String message) throws IOException {
        Content content = Content.of(message.getBytes(StandardCharsets.US_ASCII));
        Content kept = fields.cut(content, HeaderSection.of(content));
        byte[] octets = kept.open().readAllBytes();
        assertThat(kept.size()).isEqualTo(octets.length);
        return new String(octets, StandardCharsets.US_ASCII);
    }

    @Test
    void whatSaysThatWeWroteItIsCutOutInWholeLines() throws IOException {
        assertThat(cut(lines("""
                A: 1
                Authentication-Results: gateway.example;
                \tspf=pass smtp.mailfrom=x.example
                B: 2
                authentication-results : (x) Gateway.Example 1; none

                Authentication-Results: gateway.example; none
                """))).isEqualTo(lines("""
                A: 1
                B: 2

                Authentication-Results: gateway.example; none
                """));
    }

    @Test
    void whatOthersHaveWrittenStays() throws IOException {
        String others = lines("""
                Authentication-Results: other.example; spf=pass
                X-Spam-Flag: YES

                x
                """);
        assertThat(cut(others)).isEqualTo(others);
    }

    private String of(Verdict verdict) {
        Assessment found = new Assessment(List.of(new Symbol("SPF_FAIL", 3, ""), new Symbol("DKIM_NONE", 0.25, ""),
                new Symbol("CLIENT_NAME", 0, "")), verdict, Reason.NONE,
                List.of(new MethodResult("spf", ResultName.FAIL, Property.smtp("mailfrom", "a@b.example"))));
        return new String(fields.of(found, false), StandardCharsets.US_ASCII);
    }

    @Test
    void theNextReaderIsToldWhatWasFound() {
        assertThat(of(Verdict.ACCEPT))
                .isEqualTo("Authentication-Results: gateway.example; spf=fail smtp.mailfrom=a@b.example\r\n");
    }

    @Test
    void aMarkSaysWhatStandsAgainstTheMessage() {
        assertThat(of(Verdict.MARK)).isEqualTo(lines("""
                X-Spam-Flag: YES
                X-Spam-Score: 3.25
                X-Spam-Status: Yes, score=3.25 required=5
                \ttests=SPF_FAIL,
                \tDKIM_NONE
                """) + of(Verdict.ACCEPT));
    }

    @Test
    void whereNobodyHasJudgedNothingIsSaid() {
        assertThat(of(Verdict.NONE)).isEmpty();
    }
}

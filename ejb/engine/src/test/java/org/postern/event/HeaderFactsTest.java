package org.postern.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class HeaderFactsTest {
    private static HeaderFacts of(String id, String subject) {
        return new HeaderFacts(Optional.of(id), Optional.of(subject));
    }

    @Test
    void aMessageIdIsKeptWithoutBracketsAndThenCut() {
        assertThat(of(" <a@b> ", "x").messageId()).contains("a@b");
        assertThat(of("<" + "a".repeat(250) + ">", "x").messageId()).contains("a".repeat(250));
        assertThat(of("<" + "a".repeat(5000) + ">", "x").messageId()).contains("a".repeat(250));
        assertThat(of("<\0>", "<>").messageId()).isEmpty();
    }

    @Test
    void aSubjectIsOneLineWithSingleSpaces() {
        assertThat(of("x", "a  b\r\n\tc").subject()).contains("a b c");
        assertThat(of("x", "inv\u202Eoice \u2066x\u2069").subject()).contains("invoice x");
        assertThat(of("x", "a".repeat(199) + " b").subject()).contains("a".repeat(199));
    }

    @Test
    void aPlainSubjectIsKeptAsItCameAndAnyOtherIsMadePlain() {
        assertThat(of("x", "Your order 7 is on its way ~").subject()).contains("Your order 7 is on its way ~");
        assertThat(of("x", " a b ").subject()).contains("a b");
        for (String odd : List.of("a\tb", "a  b", "a\u007Fb", "a\0b", "a \nb", "a\u200E b")) {
            assertThat(of("x", odd).subject()).as("%s", odd.codePointAt(1)).contains("a b");
        }
        assertThat(of("x", "\u00A0a\u00A0b").subject()).contains("\u00A0a\u00A0b");
    }

    @Test
    void whatIsKeptIsKeptAsItIsWhenItIsReadAgain() {
        assertThat(HeaderFacts.keptId("<<a>>")).isEqualTo("a");
        HeaderFacts facts = of("<" + "\uD83D\uDE00".repeat(300) + ">", "\uD83D\uDE00 ".repeat(300));
        assertThat(of(facts.messageId().orElseThrow(), facts.subject().orElseThrow())).isEqualTo(facts);
        assertThat(facts.messageId().orElseThrow()).endsWith("\uD83D\uDE00");
    }
}

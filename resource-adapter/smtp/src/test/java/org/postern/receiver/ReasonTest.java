package org.postern.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReasonTest {
    @Test
    void saysWhatItRestsOnWhatWasSeenAndWhichRuleDecided() {
        assertThat(Reason.setting("rate.messages").and("7 of 6").by("rate"))
                .hasToString("by the setting rate.messages; 7 of 6; rule rate");
        assertThat(Reason.section("RFC 5321, 2.3.8")).hasToString("by RFC 5321, 2.3.8");
        assertThat(Reason.NONE).hasToString("");
    }

    @Test
    void theRuleThatNamedItselfStays() {
        assertThat(Reason.NONE.by("relay").by("chain")).isEqualTo(Reason.NONE.by("relay"));
    }

    @Test
    void whatWasSeenIsBoundedAndCanDoNoHarmInALog() {
        assertThat(Reason.seen("a\r\nb" + "x".repeat(1000)).evidence().orElseThrow())
                .startsWith("a??b")
                .hasSize(Reason.LONGEST_EVIDENCE);
        assertThat(Reason.seen("one").and("two")).isEqualTo(Reason.seen("one; two"));
    }
}

package org.postern.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postern.assessment.QuarantineKind.MALWARE;
import static org.postern.assessment.QuarantineKind.POLICY;
import static org.postern.assessment.QuarantineKind.RULE;
import static org.postern.assessment.QuarantineKind.SPAM;

import org.junit.jupiter.api.Test;
import org.postern.receiver.Reason;

import java.util.List;

class QuarantineKindTest {
    private static QuarantineKind of(String rule, Symbol... symbols) {
        return QuarantineKind.of(new Assessment(List.of(symbols), Reason.NONE.by(rule)));
    }

    @Test
    void whatDecidedSaysWhatKindItIs() {
        assertThat(of("score", new Symbol("SPAM_CONTENT", 4, ""))).isEqualTo(SPAM);
        assertThat(of("dmarc", new Symbol("DMARC_REJECT", 4, ""))).isEqualTo(POLICY);
        assertThat(of("a rule of ours")).isEqualTo(RULE);
        assertThat(QuarantineKind.of(Assessment.NONE)).isEqualTo(RULE);
    }

    @Test
    void aRuleThatIsCalledAsACheckIsOneAllTheSame() {
        assertThat(of("score", new Symbol("RULE_SCORE", 0, "set aside"))).isEqualTo(RULE);
        assertThat(of("dmarc", new Symbol("RULE_DMARC", 0, "set aside"))).isEqualTo(RULE);
        assertThat(of("score", new Symbol("RULE_OTHER", 5, "scored"))).isEqualTo(SPAM);
    }

    @Test
    void recipientsDecideOfWhatChecksHaveSetAsideAndNeverOfWhatTheOperatorHas() {
        assertThat(QuarantineKind.values()).filteredOn(QuarantineKind::isForRecipients).containsExactly(SPAM, POLICY);
    }

    @Test
    void whateverDecidedWhatMayHarmIsMalware() {
        assertThat(of("score", new Symbol("MALWARE", 0, "by clam"))).isEqualTo(MALWARE);
        assertThat(of("dmarc", new Symbol("FILE_PROGRAM", 4, "a.exe"))).isEqualTo(MALWARE);
        assertThat(of("my-milter", new Symbol("SCAN_MY_MILTER", 0, "Eicar"))).isEqualTo(MALWARE);
    }

    @Test
    void oddFilesAndCleanScansHarmNobody() {
        assertThat(of("score", new Symbol("FILE_ENCRYPTED", 1, "a.zip"), new Symbol("SCAN_RSPAMD", 9, "x")))
                .isEqualTo(SPAM);
    }
}

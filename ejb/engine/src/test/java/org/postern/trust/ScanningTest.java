package org.postern.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.assessment.Assessment;
import org.postern.assessment.QuarantineKind;
import org.postern.assessment.Symbol;
import org.postern.assessment.Verdict;
import org.postern.config.rule.ScannerAddress;
import org.postern.config.rule.ScannerRule;
import org.postern.receiver.Reason;
import org.postern.scan.Finding;
import org.postern.scan.ScanResult;
import org.postern.scan.Scanned;
import org.postern.scan.Wish;

import java.util.List;
import java.util.Optional;

/** What scanners have said stays known, whoever decides. */
class ScanningTest {
    private static Scanning said(ScannerRule.Kind kind, ScanResult result) {
        return new Scanning(List.of(new Scanned(new ScannerRule("other", kind, ScannerAddress.parse("127.0.0.1:3310"),
                kind.usual(), ScannerRule.Options.USUAL), result)));
    }

    private static QuarantineKind aside(String by, Scanning scanning) {
        return QuarantineKind.of(scanning
                .over(Examined.taken(scanning.assessment().judged(Verdict.QUARANTINE, Reason.NONE.by(by))))
                .assessment());
    }

    @Test
    void whatAScannerWouldHaveSetAsideIsMalwareWhoeverWasFaster() {
        for (Wish wish : List.of(new Wish.Quarantine("Eicar"), new Wish.Discard(),
                new Wish.Reject(Optional.empty()))) {
            for (ScannerRule.Kind kind : List.of(ScannerRule.Kind.MILTER, ScannerRule.Kind.RSPAMD)) {
                Scanning scanning = said(kind, new ScanResult.Found(List.of(), List.of(wish)));
                assertThat(scanning.assessment().symbols()).contains(KnownSymbol.SCANNER_ASIDE.found("by other"));
                for (String by : List.of("score", "dmarc", "a-rule", "other")) {
                    assertThat(aside(by, scanning)).as("%s, set aside by %s", wish, by)
                            .isEqualTo(QuarantineKind.MALWARE);
                }
            }
        }
    }

    @Test
    void aVirusIsMalwareWhoeverWasFaster() {
        Scanning scanning = said(ScannerRule.Kind.CLAMD,
                new ScanResult.Found(List.of(new Finding("Eicar", 20, "")), List.of()));
        assertThat(scanning.assessment().symbols()).contains(Symbol.noted("MALWARE", "by other"));
        assertThat(aside("dmarc", scanning)).isEqualTo(QuarantineKind.MALWARE);
    }

    @Test
    void pointsAndLesserWishesHarmNobody() {
        Scanning scanning = said(ScannerRule.Kind.RSPAMD, new ScanResult.Found(List.of(new Finding("R", 9, "")),
                List.of(new Wish.Mark(), new Wish.Greylist(), new Wish.Defer(Optional.empty()))));
        Assessment found = scanning.assessment();
        assertThat(found.symbols()).extracting(Symbol::name).containsExactly("SCAN_OTHER");
        assertThat(QuarantineKind.of(found.judged(Verdict.QUARANTINE, Reason.NONE.by("score"))))
                .isEqualTo(QuarantineKind.SPAM);
    }
}

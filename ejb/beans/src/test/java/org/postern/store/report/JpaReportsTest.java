package org.postern.store.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.auth.ResultName;
import org.postern.auth.dmarc.AlignmentMode;
import org.postern.auth.dmarc.OverrideType;
import org.postern.auth.dmarc.OwnerPolicy;
import org.postern.auth.dmarc.PolicyOverride;
import org.postern.report.DkimResult;
import org.postern.report.Disposition;
import org.postern.report.EvaluatedPolicy;
import org.postern.report.PublishedDmarc;
import org.postern.report.ReportKind;
import org.postern.report.RowFacts;
import org.postern.report.SpfResult;
import org.postern.report.count.DmarcCount;
import org.postern.report.count.DmarcFigures;
import org.postern.report.send.ReportLedger;
import org.postern.report.send.SentReport;
import org.postern.store.TestDatabase;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class JpaReportsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final TestDatabase DATABASE = new TestDatabase();

    private final DmarcFigures figures = DATABASE.inTransactions(DmarcFigures.class, JpaDmarcFigures::new);
    private final ReportLedger ledger = DATABASE.inTransactions(ReportLedger.class, JpaReportLedger::new);

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static DmarcCount count(String domain, String source, long messages) {
        PublishedDmarc published = new PublishedDmarc(domain, OwnerPolicy.REJECT, Optional.of(OwnerPolicy.NONE),
                Optional.of(OwnerPolicy.QUARANTINE), Optional.of(AlignmentMode.STRICT),
                Optional.of(AlignmentMode.RELAXED), true, Optional.of("1:d"), Optional.of("treewalk"));
        RowFacts facts = new RowFacts(source,
                new EvaluatedPolicy(Disposition.QUARANTINE, false, true,
                        List.of(new PolicyOverride(OverrideType.LOCAL_POLICY, "p=reject & <more>"))),
                "x." + domain, Optional.of(""), Optional.empty(),
                List.of(new DkimResult("d.example", "k1", ResultName.FAIL, Optional.empty())),
                Optional.of(new SpfResult("e.example", ResultName.SOFTFAIL, Optional.empty())));
        return new DmarcCount(DAY, published, facts, messages);
    }

    private static SentReport report(String domain, SentReport.State state, String words) {
        return new SentReport(ReportKind.DMARC, DAY, domain, state, 2, 1, NOON, words);
    }

    @Test
    void countsOfADayAddUpForEachNodeApart() {
        figures.add("one", List.of(count("shop.example", "192.0.2.1", 3), count("shop.example", "192.0.2.2", 1)));
        figures.add("one", List.of(count("shop.example", "192.0.2.1", 2)));
        figures.add("two", List.of(count("shop.example", "192.0.2.1", 1)));
        assertThat(figures.of(DAY, "shop.example")).containsExactlyInAnyOrder(count("shop.example", "192.0.2.1", 5),
                count("shop.example", "192.0.2.1", 1), count("shop.example", "192.0.2.2", 1));
        assertThat(figures.of(DAY, "shop.example").getFirst().messages()).isEqualTo(5);
        assertThat(figures.of(DAY.plusDays(1), "shop.example")).isEmpty();
    }

    @Test
    void domainsComeInOrderAPageAtATime() {
        figures.add("one", List.of(count("b.example", "192.0.2.1", 1), count("a.example", "192.0.2.1", 1),
                count("c-d.example", "192.0.2.1", 1)));
        assertThat(figures.domains(DAY, "", 2)).containsExactly("a.example", "b.example");
        assertThat(figures.domains(DAY, "b.example", 2)).containsExactly("c-d.example");
        assertThat(figures.forget(DAY)).isZero();
        assertThat(figures.forget(DAY.plusDays(1))).isEqualTo(3);
    }

    @Test
    void aDomainTakesNoMoreRoomThanItIsGiven() {
        for (int batch = 0; batch < 6; batch++) {
            int from = batch * 2000;
            figures.add("one", IntStream.range(from, from + 2000)
                    .mapToObj(i -> count("shop.example", "2001:db8::" + Integer.toHexString(i), 1))
                    .toList());
        }
        figures.add("one", List.of(count("other.example", "192.0.2.1", 1)));
        assertThat(DATABASE.rows("dmarc_count")).isEqualTo(DmarcFigures.MOST_OF_A_DOMAIN + 1);
    }

    @Test
    void beyondItsRoomADomainsMessagesAreCountedWithoutWhatTheirSendersChoose() {
        DmarcCount one = count("shop.example", "192.0.2.1", 1);
        for (int from = 0; from < 10_000; from += 500) {
            figures.add("one",
                    IntStream.range(from, from + 500).mapToObj(i -> signedBy("d" + i + ".example")).toList());
        }
        assertThat(DATABASE.rows("dmarc_count")).isEqualTo(DmarcFigures.MOST_WHOLE_OF_A_DOMAIN + 1);
        assertThat(figures.of(DAY, "shop.example").getFirst())
                .isEqualTo(new DmarcCount(DAY, one.published(), one.facts().reduced(), 1000));
    }

    private static DmarcCount signedBy(String domain) {
        DmarcCount one = count("shop.example", "192.0.2.1", 1);
        RowFacts facts = one.facts();
        return new DmarcCount(DAY, one.published(),
                new RowFacts(facts.source(), facts.evaluated(), facts.headerFrom(), facts.envelopeFrom(),
                        facts.envelopeTo(), List.of(new DkimResult(domain, "", ResultName.FAIL, Optional.empty())),
                        facts.spf()),
                1);
    }

    @Test
    void oneNodeSendsUntilItsTimeIsOverOrItSaysSo() {
        Duration most = Duration.ofMinutes(5);
        assertThat(ledger.claim("one", NOON, most)).isTrue();
        assertThat(ledger.claim("two", NOON, most)).isFalse();
        assertThat(ledger.claim("one", NOON, most)).isTrue();
        ledger.release("two", NOON);
        assertThat(ledger.claim("two", NOON.plusSeconds(299), most)).isFalse();
        ledger.release("one", NOON.plusSeconds(1));
        assertThat(ledger.claim("two", NOON.plusSeconds(1), most)).isTrue();
        assertThat(ledger.claim("one", NOON.plusSeconds(302), most)).isTrue();
    }

    @Test
    void howFarAReportHasComeIsKnownToAll() {
        ledger.note(report("a.example", SentReport.State.READY, ""));
        ledger.note(report("b.example", SentReport.State.LATE, "no answer"));
        assertThat(ledger.in(SentReport.State.READY, 10)).extracting(SentReport::domain).containsExactly("a.example");
        ledger.note(report("a.example", SentReport.State.SENT, "x".repeat(600)));
        assertThat(ledger.in(SentReport.State.READY, 10)).isEmpty();
        assertThat(ledger.of(ReportKind.DMARC, DAY, List.of("a.example", "b.example", "c.example")))
                .containsOnlyKeys("a.example", "b.example")
                .containsEntry("b.example", report("b.example", SentReport.State.LATE, "no answer"));
        assertThat(ledger.list(ReportKind.DMARC, DAY, "a.example", 10)).extracting(SentReport::domain)
                .containsExactly("b.example");
        assertThat(ledger.list(ReportKind.TLS, DAY, "", 10)).isEmpty();
        assertThat(ledger.forget(DAY.plusDays(1))).isEqualTo(2);
    }

    @Test
    void eachKindHasItsLastDay() {
        ledger.done(ReportKind.TLS, DAY);
        assertThat(ledger.done(ReportKind.TLS)).isEqualTo(DAY);
        assertThat(ledger.done(ReportKind.DMARC)).isBefore(DAY);
    }
}

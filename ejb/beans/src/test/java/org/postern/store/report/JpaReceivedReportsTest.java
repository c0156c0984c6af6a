package org.postern.store.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.report.ReportKind;
import org.postern.report.receive.ReadReport;
import org.postern.report.receive.ReceivedReport;
import org.postern.report.receive.ReceivedReports;
import org.postern.report.receive.ReceivedReports.Kept;
import org.postern.report.receive.ReceivedReports.Source;
import org.postern.report.receive.ReportLine;
import org.postern.store.TestDatabase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class JpaReceivedReportsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final TestDatabase DATABASE = new TestDatabase();

    private final ReceivedReports reports = DATABASE.inTransactions(ReceivedReports.class, JpaReceivedReports::new);

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static ReadReport report(String key, Instant at, Optional<ReportKind> kind, ReportLine... lines) {
        return new ReadReport(new ReceivedReport(key, at, kind, "Big \0 Mail", "shop.example", "77", NOON, NOON, 3, 9,
                "Q1", "a@big.example", kind.isEmpty() ? "no report" : ""), List.of(lines));
    }

    private static ReportLine line(String source, long count, boolean passed) {
        return new ReportLine(source, "shop.example", count, passed, "none");
    }

    @Test
    void aReportIsKeptOnceWithItsLines() {
        ReadReport report = report("k1", NOON, Optional.of(ReportKind.DMARC), line("192.0.2.1", 9, false),
                line("192.0.2.2", 3, true));
        assertThat(reports.keep(report)).isEqualTo(Kept.KEPT);
        assertThat(reports.keep(report)).isEqualTo(Kept.KNOWN);
        assertThat(reports.lines("k1")).isEqualTo(report.lines());
        assertThat(reports.lines("k2")).isEmpty();
        assertThat(reports.list(NOON.plusSeconds(1), Optional.empty(), 10)).singleElement()
                .satisfies(one -> assertThat(one.organization()).isEqualTo("Big \uFFFD Mail"));
    }

    @Test
    void theLatestIsTheFirstUnreadableOnesAmongThem() {
        reports.keep(report("k1", NOON, Optional.of(ReportKind.TLS)));
        reports.keep(report("k2", NOON.plusSeconds(1), Optional.empty()));
        assertThat(reports.list(NOON.plusSeconds(2), Optional.empty(), 10)).extracting(ReceivedReport::key)
                .containsExactly("k2", "k1");
        assertThat(reports.list(NOON.plusSeconds(2), Optional.empty(), 1).getFirst().kind()).isEmpty();
        assertThat(reports.list(NOON.plusSeconds(1), Optional.empty(), 10)).extracting(ReceivedReport::key)
                .containsExactly("k1");
    }

    @Test
    void aPageGoesOnBehindTheLastOneAlsoAmongThoseOfTheSameMoment() {
        reports.keep(report("k1", NOON, Optional.of(ReportKind.TLS)));
        reports.keep(report("k2", NOON, Optional.of(ReportKind.TLS)));
        reports.keep(report("k0", NOON.minusSeconds(1), Optional.empty()));
        assertThat(reports.list(NOON, Optional.of("k1"), 10)).extracting(ReceivedReport::key)
                .containsExactly("k2", "k0");
    }

    @Test
    void sourcesOfADomainAddUpOverItsReports() {
        reports.keep(report("k1", NOON, Optional.of(ReportKind.DMARC), line("192.0.2.1", 9, false),
                line("192.0.2.2", 3, true)));
        reports.keep(report("k2", NOON, Optional.of(ReportKind.DMARC), line("192.0.2.1", 1, true)));
        reports.keep(report("k3", NOON, Optional.of(ReportKind.TLS), line("192.0.2.1", 100, false)));
        reports.keep(report("k4", NOON.minusSeconds(1), Optional.of(ReportKind.DMARC), line("192.0.2.1", 5, true)));
        assertThat(reports.sources("shop.example", NOON, 10)).containsExactly(new Source("192.0.2.1", 1, 9),
                new Source("192.0.2.2", 3, 0));
        assertThat(reports.sources("other.example", NOON, 10)).isEmpty();
    }

    @Test
    void timesAndDomainsAddUpOverTheReportsThatCame() {
        reports.keep(report("k1", NOON, Optional.of(ReportKind.DMARC)));
        reports.keep(report("k2", NOON, Optional.of(ReportKind.DMARC)));
        reports.keep(report("k3", NOON, Optional.of(ReportKind.TLS)));
        reports.keep(report("k4", NOON.minusSeconds(1), Optional.of(ReportKind.DMARC)));
        assertThat(reports.domains(NOON, 10)).containsExactly(new ReceivedReports.OfDomain("shop.example", 6, 18));
        ReceivedReports.OfTime both = new ReceivedReports.OfTime(NOON, 6, 18);
        assertThat(reports.times(ReportKind.DMARC, "", NOON, 10)).containsExactly(both);
        assertThat(reports.times(ReportKind.DMARC, "shop.example", NOON, 10)).containsExactly(both);
        assertThat(reports.times(ReportKind.DMARC, "other.example", NOON, 10)).isEmpty();
        assertThat(reports.find("k3")).hasValueSatisfying(one -> assertThat(one.kind()).contains(ReportKind.TLS));
        assertThat(reports.find("k9")).isEmpty();
    }

    @Test
    void whatIsNoReportTakesNoRoomOfThoseThatAre() {
        for (int i = 0; i < ReceivedReports.MOST_UNREADABLE_OF_A_DAY; i++) {
            assertThat(reports.keep(report("k" + i, NOON, Optional.empty()))).isEqualTo(Kept.KEPT);
        }
        assertThat(reports.keep(report("more", NOON, Optional.empty()))).isEqualTo(Kept.NO_ROOM);
        assertThat(reports.keep(report("true", NOON, Optional.of(ReportKind.TLS)))).isEqualTo(Kept.KEPT);
    }

    @Test
    void aDayHasRoomForSoManyAndOldOnesAreForgotten() {
        for (int i = 0; i < ReceivedReports.MOST_OF_A_DAY; i++) {
            reports.keep(report("k" + i, NOON, Optional.of(ReportKind.DMARC)));
        }
        assertThat(reports.keep(report("more", NOON, Optional.of(ReportKind.DMARC)))).isEqualTo(Kept.NO_ROOM);
        assertThat(reports.forget(NOON.plusSeconds(1))).isEqualTo(ReceivedReports.MOST_OF_A_DAY);
        reports.keep(report("k1", NOON, Optional.of(ReportKind.DMARC), line("192.0.2.1", 9, false)));
        reports.forget(NOON.plusSeconds(1));
        assertThat(DATABASE.rows("received_line")).isZero();
    }
}

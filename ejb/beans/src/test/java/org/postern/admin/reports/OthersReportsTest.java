package org.postern.admin.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.report.ReportKind;
import org.postern.report.receive.ReadReport;
import org.postern.report.receive.ReceivedReport;
import org.postern.report.receive.ReceivedReports;
import org.postern.report.receive.ReportLine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

class OthersReportsTest {
    private static final Instant NOON = Instant.parse("2026-03-15T12:00:00Z");

    @Test
    void eachOfTheLastDaysIsToldOfAndWhatIsMadeUpIsNot() {
        OthersReports desk = new OthersReports(
                new Told(List.of(new ReceivedReports.OfTime(NOON.minusSeconds(1), 1, 2),
                        new ReceivedReports.OfTime(NOON.minusSeconds(40_000), 3, 4),
                        new ReceivedReports.OfTime(Instant.EPOCH, 100, 100))),
                () -> NOON);
        List<ReportedDay> days = desk.days(ReportKind.DMARC, "Shop.example");
        assertThat(days).hasSize(OthersReports.DAYS);
        assertThat(days.getLast()).isEqualTo(new ReportedDay(LocalDate.of(2026, 3, 15), 4, 6));
        assertThat(days.getFirst()).isEqualTo(new ReportedDay(LocalDate.of(2026, 3, 2), 0, 0));
    }

    /** Reports that say this of times, about one domain. */
    private record Told(List<OfTime> times) implements ReceivedReports {
        @Override
        public List<OfTime> times(ReportKind kind, String domain, Instant since, int most) {
            assertThat(domain).isEqualTo("shop.example");
            assertThat(since).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
            return times;
        }

        @Override
        public Kept keep(ReadReport report) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<ReceivedReport> list(Instant before, Optional<String> behind, int most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<ReportLine> lines(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Source> sources(String domain, Instant since, int most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<ReceivedReport> find(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<OfDomain> domains(Instant since, int most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int forget(Instant before) {
            throw new UnsupportedOperationException();
        }
    }
}

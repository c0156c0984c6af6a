package org.postern.report.send;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.report.ReportKind;
import org.postern.report.ReportMail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Nobody is flooded by domains that name him. */
class LetterBoundsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final LetterBounds bounds = new LetterBounds(10, 100);

    private int gone(ReportKind kind, LocalDate day, String about, String... to) {
        List<ReportLetter> letters = Stream.of(to).map(one -> {
            String[] parts = one.split("@", -1);
            return new ReportLetter(kind, new ReportMail("gw.example", about, 0, 86399, "x1"), "gz",
                    new Mailbox("reports", new Domain("gw.example")), new Mailbox(parts[0], new Domain(parts[1])),
                    "AQI=");
        }).toList();
        return bounds.within(
                new SentReport(kind, day, about, SentReport.State.READY, 0, 1, Instant.EPOCH, ""), letters).size();
    }

    private int gone(String about, String... to) {
        return gone(ReportKind.DMARC, DAY, about, to);
    }

    @Test
    void anyNumberOfSubdomainsGetsNoMoreThanOneDomain() {
        int letters = IntStream.range(0, 50)
                .map(i -> gone("s" + i + ".shop.example", "a@s" + i + ".shop.example", "b@mx.shop.example"))
                .sum();
        assertThat(letters).isEqualTo(10);
        assertThat(gone("other.example", "a@other.example")).isEqualTo(1);
        assertThat(gone(ReportKind.DMARC, DAY.plusDays(1), "shop.example", "a@shop.example")).isEqualTo(1);
    }

    @Test
    void allTogetherAreNoMoreThanADayMayHave() {
        assertThat(IntStream.range(0, 150).map(i -> gone("d" + i + ".example", "a@d" + i + ".example")).sum())
                .isEqualTo(100);
    }

    @Test
    void theSameReportAgainCountsOnce() {
        for (int i = 0; i < 20; i++) {
            assertThat(gone("shop.example", "a@shop.example", "b@shop.example")).isEqualTo(2);
        }
    }

    @Test
    void whoIsNotAskedGetsOneReportOnTlsADay() {
        assertThat(gone(ReportKind.TLS, DAY, "a.example", "tls@reader.test", "Tls@READER.test", "tls@reader.test"))
                .isEqualTo(1);
        assertThat(gone(ReportKind.TLS, DAY, "b.example", "tls@reader.test")).isZero();
        assertThat(gone(ReportKind.TLS, DAY, "reader.test", "tls@reader.test")).isEqualTo(1);
        assertThat(gone("a.example", "tls@reader.test")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"a.b.shop.example,shop.example", "shop.example,shop.example", "example,example",
            "a.shop.co.uk,shop.co.uk", "a.co.uk,a.co.uk", "co.uk,co.uk", "a.abc.io,abc.io"})
    void aRegisteredDomainIsTakenToBeItsLastLabels(String domain, String registered) {
        assertThat(LetterBounds.registered(domain)).isEqualTo(registered);
    }
}

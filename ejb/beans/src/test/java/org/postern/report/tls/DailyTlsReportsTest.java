package org.postern.report.tls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.delivery.report.TlsCount;
import org.postern.delivery.report.TlsFigures;
import org.postern.delivery.tls.PublishedPolicy;
import org.postern.delivery.tls.TlsFault;
import org.postern.dns.NoSuchDomain;
import org.postern.dns.Temporary;
import org.postern.dns.TextAnswer;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.report.ReportReading;
import org.postern.report.send.Preparation;
import org.postern.report.send.ReportLetter;
import org.postern.report.send.Reporter;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

class DailyTlsReportsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Instant END = Instant.parse("2026-03-01T23:59:59Z");
    private static final PublishedPolicy POLICY = new PublishedPolicy(PublishedPolicy.Kind.STS, "shop.example",
            List.of("version: STSv1"), List.of("mx.shop.example"));

    private static final TlsFigures FIGURES = new TlsFigures() {
        @Override
        public void add(String node, List<TlsCount> counts) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> domains(LocalDate day, String after, int most) {
            return List.of("shop.example");
        }

        @Override
        public List<TlsCount> of(LocalDate day, String domain) {
            return List.of(new TlsCount(DAY, POLICY, "mx.shop.example", Optional.empty(), 7),
                    new TlsCount(DAY, POLICY, "mx.shop.example", Optional.of(TlsFault.CERTIFICATE_EXPIRED), 2));
        }

        @Override
        public int forget(LocalDate before) {
            return 0;
        }
    };

    private static Preparation prepared(String text) {
        return new DailyTlsReports(FIGURES, name -> switch (text) {
            case "" -> new NoSuchDomain();
            case "TIMEOUT" -> new Temporary("no answer");
            default -> {
                assertThat(name).isEqualTo("_smtp._tls.shop.example");
                yield new TextAnswer.Found(List.of(text.split("\\|")));
            }
        }, new Reporter("Gateway", new Mailbox("reports", new Domain("gw.example")), Optional.empty()), "abc")
                .prepare(DAY, "shop.example", END, false);
    }

    @Test
    void aDomainThatWantsThemGetsWhatWasCountedOfIt() throws Exception {
        assertThat(prepared("v=TLSRPTv1; rua=mailto:tls@reports.test,https://shop.example/tls"))
                .isInstanceOfSatisfying(Preparation.Ready.class, ready -> {
                    assertThat(ready.remark())
                            .isEqualTo("not to https://shop.example/tls: reports are sent by mail alone");
                    ReportLetter letter = ready.letters().getFirst();
                    assertThat(letter.to()).hasToString("tls@reports.test");
                    assertThat(new String(letter.octets(END), StandardCharsets.US_ASCII)).contains(
                            "TLS-Report-Domain: shop.example\r\nTLS-Report-Submitter: gw.example\r\n",
                            "Content-Type: multipart/report; report-type=\"tlsrpt\";",
                            "Content-Type: application/tlsrpt+gzip;",
                            "gw.example!shop.example!1772323200!1772409599!20260301xabc.json.gz");
                });
        ReportLetter letter = ((Preparation.Ready) prepared("v=TLSRPTv1;rua=mailto:tls@shop.example")).letters()
                .getFirst();
        assertThat(TlsReportReader.read(new ByteArrayInputStream(Base64.getMimeDecoder().decode(letter.attachment()))))
                .isInstanceOfSatisfying(ReportReading.Read.class, read -> {
                    TlsReport report = (TlsReport) read.report();
                    assertThat(report.end()).isEqualTo(END);
                    assertThat(report.contact()).isEqualTo("reports@gw.example");
                    assertThat(report.policies().getFirst().succeeded()).isEqualTo(7);
                    assertThat(report.policies().getFirst().failed()).isEqualTo(2);
                });
    }

    @ParameterizedTest
    @CsvSource({"'',Nothing", "TIMEOUT,Later", "v=TLSRPTv2; rua=mailto:a@shop.example,Nothing", "v=TLSRPTv1,Nothing",
            "v=TLSRPTv1;,Nothing", "v=TLSRPTv1; rua=nowhere,Nothing", "v=TLSRPTv1; rua=https://x.example/,Nothing",
            "v=TLSRPTv1 ; ext=1; rua = mailto:a@shop.example,Nothing",
            "v=TLSRPTv1 ; ext=1; rua=mailto:a@shop.example,Ready", "x|v=TLSRPTv1;rua=mailto:a@shop.example,Ready",
            "v=TLSRPTv1;rua=mailto:a@shop.example|v=TLSRPTv1;rua=mailto:a@shop.example,Nothing"})
    void whoDoesNotSayClearlyThatHeWantsThemGetsNone(String text, String what) {
        assertThat(prepared(text).getClass().getSimpleName()).isEqualTo(what);
    }
}

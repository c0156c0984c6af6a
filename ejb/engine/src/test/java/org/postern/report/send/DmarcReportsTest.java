package org.postern.report.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.postern.auth.dmarc.OwnerPolicy;
import org.postern.dns.NoSuchDomain;
import org.postern.dns.Temporary;
import org.postern.dns.TextAnswer;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.report.AggregateReport;
import org.postern.report.AggregateReportReader;
import org.postern.report.ReportReading;
import org.postern.report.ReportRow;
import org.postern.report.count.DmarcCount;
import org.postern.report.count.DmarcFigures;
import org.postern.report.count.Seen;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class DmarcReportsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Instant END = Instant.parse("2026-03-01T23:59:59Z");
    private static final Reporter REPORTER = new Reporter("Gateway Ltd.",
            new Mailbox("reports", new Domain("gw.example")), Optional.of("call us"));

    private final Map<String, String> zone = new HashMap<>(
            Map.of("_dmarc.shop.example", "v=DMARC1; p=none; rua=mailto:d@shop.example"));
    private final List<DmarcCount> counts = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T00:10:00Z");
    private Duration asking = Duration.ZERO;

    private final DmarcFigures figures = new DmarcFigures() {
        @Override
        public void add(String node, List<DmarcCount> more) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> domains(LocalDate day, String after, int most) {
            return List.of("shop.example");
        }

        @Override
        public List<DmarcCount> of(LocalDate day, String domain) {
            return counts;
        }

        @Override
        public int forget(LocalDate before) {
            return 0;
        }
    };

    private void seen(OwnerPolicy policy, String source, long messages) {
        counts.add(new DmarcCount(DAY, Seen.policy("shop.example", policy), Seen.from(source), messages));
    }

    private Preparation prepared(boolean last) {
        return new DmarcReports(figures, name -> {
            now = now.plus(asking);
            String text = zone.getOrDefault(name, "");
            return text.isEmpty()
                    ? new NoSuchDomain()
                    : text.equals("TIMEOUT") ? new Temporary("no answer") : new TextAnswer.Found(List.of(text));
        }, REPORTER, () -> now, "abc").prepare(DAY, "shop.example", END, last);
    }

    private List<ReportLetter> letters() {
        return prepared(false) instanceof Preparation.Ready ready ? ready.letters() : List.of();
    }

    private static AggregateReport read(ReportLetter letter) throws Exception {
        byte[] packed = Base64.getMimeDecoder().decode(letter.attachment());
        return AggregateReportReader.read(
                new ByteArrayInputStream(packed)) instanceof ReportReading.Read<AggregateReport>(AggregateReport report)
                        ? report
                        : fail("no report");
    }

    @Test
    void whatSeveralNodesCountedIsOneRow() throws Exception {
        seen(OwnerPolicy.NONE, "192.0.2.1", 3);
        seen(OwnerPolicy.NONE, "192.0.2.1", 4);
        seen(OwnerPolicy.NONE, "2001:db8::1", 1);
        ReportLetter letter = letters().getFirst();
        AggregateReport report = read(letter);
        assertThat(report.rows()).containsExactly(new ReportRow(Seen.from("192.0.2.1"), 7),
                new ReportRow(Seen.from("2001:db8::1"), 1));
        assertThat(report.origin().organization()).isEqualTo("Gateway Ltd.");
        assertThat(report.origin().contact()).contains("call us");
        assertThat(report.origin().end()).isEqualTo(END);
        assertThat(letter.name().fileName(letter.extension()))
                .isEqualTo("gw.example!shop.example!1772323200!1772409599!20260301xabcx1.xml.gz");
    }

    @Test
    void aPolicyThatChangedMakesTwoReports() throws Exception {
        seen(OwnerPolicy.NONE, "192.0.2.1", 1);
        seen(OwnerPolicy.REJECT, "192.0.2.1", 1);
        assertThat(letters()).hasSize(2).extracting(letter -> letter.name().id()).doesNotHaveDuplicates();
        assertThat(read(letters().getLast()).published().p()).isEqualTo(OwnerPolicy.REJECT);
    }

    @Test
    void whoeverSaysHowMuchHeTakesGetsNoMore() {
        seen(OwnerPolicy.NONE, "192.0.2.1", 1);
        zone.put("_dmarc.shop.example", "v=DMARC1; p=none; rua=mailto:a@shop.example!1k,mailto:b@shop.example!10m");
        assertThat(letters()).extracting(letter -> letter.to().toString()).containsExactly("b@shop.example");
        assertThat(prepared(false).toString()).contains("not to a@shop.example: ");
    }

    @Test
    void anotherOrganizationGetsNoneUnlessItSaysSo() {
        seen(OwnerPolicy.NONE, "192.0.2.1", 1);
        zone.put("_dmarc.shop.example", "v=DMARC1; p=none; rua=mailto:d@reports.test");
        assertThat(prepared(false)).isInstanceOf(Preparation.Nothing.class);
        zone.put("shop.example._report._dmarc.reports.test", "v=DMARC1");
        assertThat(letters()).hasSize(1);
        zone.put("shop.example._report._dmarc.reports.test", "TIMEOUT");
        assertThat(prepared(false)).isInstanceOf(Preparation.Later.class);
        assertThat(prepared(true)).isInstanceOf(Preparation.Nothing.class);
    }

    @Test
    void aDomainWhoseServersTakeTheirTimeIsAskedAgainLaterAndThenLeftOut() {
        seen(OwnerPolicy.NONE, "192.0.2.1", 1);
        zone.put("_dmarc.shop.example", "v=DMARC1; p=none; rua=mailto:d@reports.test");
        zone.put("shop.example._report._dmarc.reports.test", "v=DMARC1");
        assertThat(letters()).hasSize(1);
        asking = Duration.ofSeconds(10);
        Instant before = now;
        assertThat(prepared(false)).isInstanceOf(Preparation.Later.class);
        assertThat(Duration.between(before, now)).isEqualTo(Patience.MOST);
        assertThat(prepared(true)).isInstanceOf(Preparation.Nothing.class);
    }

    @Test
    void aDomainThatWantsNoneAnyMoreGetsNone() {
        seen(OwnerPolicy.NONE, "192.0.2.1", 1);
        zone.put("_dmarc.shop.example", "v=DMARC1; p=none");
        assertThat(prepared(false)).isInstanceOf(Preparation.Nothing.class);
        zone.put("_dmarc.shop.example", "TIMEOUT");
        assertThat(prepared(false)).isInstanceOf(Preparation.Later.class);
        zone.clear();
        assertThat(prepared(false)).isInstanceOf(Preparation.Nothing.class);
    }

    @Test
    void theLetterIsAsciiInShortLinesAndSaysWhatItIs() {
        seen(OwnerPolicy.NONE, "192.0.2.1", 1);
        String text = new String(letters().getFirst().octets(END), StandardCharsets.ISO_8859_1);
        assertThat(text).contains("From: <reports@gw.example>\r\nTo: <d@shop.example>\r\n",
                "Subject: Report Domain: shop.example\r\n Submitter: gw.example\r\n Report-ID: <20260301xabcx1@gw.example>\r\n",
                "Date: Sun, 1 Mar 2026 23:59:59 +0000\r\n", "Auto-Submitted: auto-generated",
                "Content-Type: application/gzip;");
        assertThat(text.split("\r\n")).allSatisfy(line -> assertThat(line.length()).isLessThan(999));
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
    }
}

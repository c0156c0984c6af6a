package org.postern.report.tls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.delivery.report.TlsCount;
import org.postern.delivery.tls.PublishedPolicy;
import org.postern.delivery.tls.TlsFault;
import org.postern.report.ReportReading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

class TlsReportReaderTest {
    private static final String SAMPLE = """
            {"organization-name": "Company-X", "date-range": {"start-datetime": "2016-04-01T00:00:00Z",
            "end-datetime": "2016-04-01T23:59:59+00:00"}, "contact-info": "sts-reporting@company-x.example", "report-id": "5065427c",
            "policies": [{"policy": {"policy-type": "sts", "policy-string": ["version: STSv1", "mode: testing"],
            "policy-domain": "company-y.example", "mx-host": "*.mail.company-y.example"},
            "summary": {"total-successful-session-count": 5326, "total-failure-session-count": 303},
            "failure-details": [{"result-type": "certificate-expired", "sending-mta-ip": "2001:db8:abcd:0012::1",
            "receiving-mx-hostname": "mx1.mail.company-y.example", "failed-session-count": 100},
            {"result-type": "new-kind", "receiving-ip": "192.0.2.9", "receiving-mx-helo": "h", "failed-session-count": 3,
            "failure-reason-code": "X", "additional-information": "https://reports.example/1"}]}]}""";

    private static ReportReading<TlsReport> read(byte[] octets) {
        try {
            return TlsReportReader.read(new ByteArrayInputStream(octets));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReportReading<TlsReport> read(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static TlsReport report(String json) {
        assertThat(read(json)).isInstanceOf(ReportReading.Read.class);
        return ((ReportReading.Read<TlsReport>) read(json)).report();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-04-01T00:00:00Z", "-0001-04-01T00:00:00Z", "1969-12-31T23:59:59Z",
            "+10000-01-01T00:00:00Z"})
    void timesThatNoCalendarKnowsMakeNoReport(String time) {
        assertThat(read(SAMPLE.replace("2016-04-01T00:00:00Z", time))).isInstanceOf(ReportReading.Unreadable.class);
        assertThat(read(SAMPLE.replace("2016-04-01T23:59:59+00:00", time)))
                .isInstanceOf(ReportReading.Unreadable.class);
    }

    @Test
    void readsTheSampleOfTheStandard() throws IOException {
        PublishedPolicy policy = new PublishedPolicy(PublishedPolicy.Kind.STS, "company-y.example",
                List.of("version: STSv1", "mode: testing"), List.of("*.mail.company-y.example"));
        TlsReport expected = new TlsReport("Company-X", Instant.parse("2016-04-01T00:00:00Z"),
                Instant.parse("2016-04-01T23:59:59Z"),
                "sts-reporting@company-x.example", "5065427c",
                List.of(new TlsPolicyOutcome(policy, 5326, 303, List.of(
                        new TlsFailure(TlsFault.CERTIFICATE_EXPIRED, "certificate-expired", "2001:db8:abcd:0012::1",
                                "mx1.mail.company-y.example", "", "", 100, "", ""),
                        new TlsFailure(TlsFault.VALIDATION_FAILURE, "new-kind", "", "", "h", "192.0.2.9", 3,
                                "https://reports.example/1", "X")))));
        assertThat(report(SAMPLE)).isEqualTo(expected);
        assertThat(read(gzip(SAMPLE))).isEqualTo(new ReportReading.Read<>(expected));
    }

    @Test
    void readsWhatIsWrittenHere() {
        TlsCount count = new TlsCount(LocalDate.of(2026, 3, 1), PublishedPolicy.none("example.net"), "mx.example.net",
                Optional.of(TlsFault.STARTTLS_NOT_SUPPORTED), 7);
        TlsReportDocument document = new TlsReportDocument(TlsReportDocumentTest.ORIGIN, List.of(count));
        TlsReport report = report(document.toString());
        assertThat(read(document.packed())).isEqualTo(new ReportReading.Read<>(report));
        assertThat(report.organization()).isEqualTo("gateway.example");
        assertThat(report.policies().getFirst().policy()).isEqualTo(count.policy());
        assertThat(report.policies().getFirst().failures().getFirst().sessions()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "{", "null", "[]", "{}", "<feedback/>", "{\"policies\":[]}", "{\"policies\":{}}",
            "{\"policies\":[1]}", "{\"policies\":[{\"policy\":{\"policy-domain\":\"x\"}}]}", "{} {}",
            "{\"a\":\"\ud83d\"}", "\0"})
    void saysWhatIsNoReport(String json) {
        assertThat(read(json)).isInstanceOf(ReportReading.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e999999999", "1.5", "99999999999999999999", "\"many\"", "\"-\""})
    void readsNoNumberThatMakesNoSense(String number) {
        assertThat(read(SAMPLE.replace("5326", number))).isInstanceOf(ReportReading.Unreadable.class);
    }

    @Test
    void readsWithinBoundsOnly() throws IOException {
        assertThat(read("[".repeat(1_000_000))).isInstanceOf(ReportReading.Unreadable.class);
        assertThat(read("{\"a\":".repeat(1_000_000))).isInstanceOf(ReportReading.Unreadable.class);
        assertThat(read("[" + "1,".repeat(1_000_000) + "1]")).isInstanceOf(ReportReading.Unreadable.class);
        assertThat(read(gzip("[" + " ".repeat(20_000_000)))).isInstanceOf(ReportReading.Unreadable.class);
        assertThat(report(SAMPLE.replace("Company-X", "x".repeat(1_000_000))).organization()).hasSize(1000);
    }

    @Test
    void endsWithWhateverComes() {
        Random random = new Random(8460);
        byte[] seed = SAMPLE.getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 5_000; round++) {
            byte[] octets = seed.clone();
            for (int changes = 1 + random.nextInt(5); changes > 0; changes--) {
                octets[random.nextInt(octets.length)] = (byte) (random.nextBoolean()
                        ? "{}[]:,\"\\u09-e".charAt(random.nextInt(13))
                        : random.nextInt(256));
            }
            int length = random.nextInt(3) == 0 ? random.nextInt(octets.length) : octets.length;
            assertThat(read(Arrays.copyOf(octets, length))).isNotNull();
        }
    }
}

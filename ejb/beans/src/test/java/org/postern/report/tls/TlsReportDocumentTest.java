package org.postern.report.tls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.delivery.report.TlsCount;
import org.postern.delivery.tls.PublishedPolicy;
import org.postern.delivery.tls.TlsFault;
import org.postern.report.ReportOrigin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

class TlsReportDocumentTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final PublishedPolicy POLICY = new PublishedPolicy(PublishedPolicy.Kind.STS, "example.net",
            List.of("version: STSv1", "mode: testing"), List.of("*.example.net"));

    static final ReportOrigin ORIGIN = new ReportOrigin("gateway.example", "postmaster@gateway.example",
            Optional.empty(), "2026-03-01_example.net@gateway.example", Instant.parse("2026-03-01T00:00:00Z"),
            Instant.parse("2026-03-01T23:59:59Z"), Optional.empty(), Optional.empty());

    private static TlsCount count(Optional<TlsFault> fault, long sessions) {
        return new TlsCount(DAY, POLICY, "mx.example.net", fault, sessions);
    }

    @Test
    void isTheReportOfTheStandard() {
        Optional<TlsFault> expired = Optional.of(TlsFault.CERTIFICATE_EXPIRED);
        String report = new TlsReportDocument(ORIGIN,
                List.of(count(Optional.empty(), 5326), count(expired, 100), count(expired, 3))).toString();
        assertThat(report).isEqualTo("""
                {"organization-name":"gateway.example",\
                "date-range":{"start-datetime":"2026-03-01T00:00:00Z","end-datetime":"2026-03-01T23:59:59Z"},\
                "contact-info":"postmaster@gateway.example",\
                "report-id":"2026-03-01_example.net@gateway.example",\
                "policies":[{"policy":{"policy-type":"sts","policy-string":["version: STSv1","mode: testing"],\
                "policy-domain":"example.net","mx-host":["*.example.net"]},\
                "summary":{"total-successful-session-count":5326,"total-failure-session-count":103},\
                "failure-details":[{"result-type":"certificate-expired","receiving-mx-hostname":"mx.example.net",\
                "failed-session-count":103}]}]}""");
    }

    @Test
    void saysWhereThereIsNoPolicy() {
        TlsCount count = new TlsCount(DAY, PublishedPolicy.none("example.net"), "mx.example.net",
                Optional.of(TlsFault.VALIDATION_FAILURE), 1);
        assertThat(new TlsReportDocument(ORIGIN, List.of(count)).toString())
                .contains("{\"policy-type\":\"no-policy-found\",\"policy-domain\":\"example.net\"}");
    }
}

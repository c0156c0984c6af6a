package org.postern.store.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.report.ReportKind;
import org.postern.report.receive.ReceivedReport;
import org.postern.store.Bounded;

import java.time.Instant;
import java.util.Optional;

/** What came as a report. */
@Entity
@Table(name = "received_report")
class ReceivedReportRow {
    @Id
    @Column(name = "report_key")
    private String key;
    @Column(name = "received_at")
    private Instant received;
    @Enumerated(EnumType.STRING)
    private ReportKind kind;
    private String organization;
    private String domain;
    @Column(name = "report_id")
    private String reportId;
    private Instant begins;
    private Instant ends;
    private long passed;
    private long failed;
    @Column(name = "queue_id")
    private String queueId;
    private String sender;
    private String fault;

    protected ReceivedReportRow() {}

    ReceivedReportRow(ReceivedReport report) {
        key = report.key();
        received = report.received();
        kind = report.kind().orElse(null);
        organization = Bounded.text(report.organization());
        domain = Bounded.text(report.domain());
        reportId = Bounded.text(report.id());
        begins = report.begin();
        ends = report.end();
        passed = report.passed();
        failed = report.failed();
        queueId = Bounded.reference(report.queueId());
        sender = Bounded.text(report.sender());
        fault = Bounded.text(report.fault());
    }

    ReceivedReport toReport() {
        return new ReceivedReport(key, received, Optional.ofNullable(kind), organization, domain, reportId, begins,
                ends,
                passed, failed, queueId, sender, fault);
    }
}

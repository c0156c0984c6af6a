package org.postern.store.report;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.postern.report.ReportKind;
import org.postern.report.send.SentReport;
import org.postern.store.Bounded;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;

/** How far one report has come. */
@Entity
@Table(name = "sent_report")
class SentReportRow {
    @EmbeddedId
    private Id id;
    @Enumerated(EnumType.STRING)
    private SentReport.State state;
    private int letters;
    private int tries;
    @Column(name = "next_at")
    private Instant next;
    private String words;

    protected SentReportRow() {}

    SentReportRow(SentReport report) {
        id = new Id(report.kind().word(), report.day(), report.domain());
        state = report.state();
        letters = report.letters();
        tries = report.tries();
        next = report.next();
        words = Bounded.text(report.words());
    }

    SentReport toReport() {
        return new SentReport(ReportKind.of(id.kind()).orElseThrow(), id.day(), id.domain(), state, letters, tries,
                next,
                words);
    }

    /** Of which kind, on which day, to whom. */
    @Embeddable
    record Id(String kind, @Column(name = "report_day") LocalDate day, String domain) implements Serializable {}
}

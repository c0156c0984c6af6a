package org.postern.store.report;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.postern.report.receive.ReportLine;
import org.postern.store.Bounded;

import java.io.Serializable;

/** A line of a received report. */
@Entity
@Table(name = "received_line")
class ReceivedLineRow {
    @EmbeddedId
    private Id id;
    private String source;
    private String about;
    private long messages;
    private boolean passed;
    private String words;

    protected ReceivedLineRow() {}

    ReceivedLineRow(String report, int number, ReportLine line) {
        id = new Id(report, number);
        source = Bounded.text(line.source());
        about = Bounded.text(line.about());
        messages = line.count();
        passed = line.passed();
        words = Bounded.text(line.words());
    }

    Id id() {
        return id;
    }

    ReportLine toLine() {
        return new ReportLine(source, about, messages, passed, words);
    }

    /** Of which report, the how manieth. */
    @Embeddable
    record Id(@Column(name = "report_key") String report, @Column(name = "line_number") int number)
            implements
                Serializable {}
}

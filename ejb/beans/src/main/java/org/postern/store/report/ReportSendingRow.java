package org.postern.store.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.report.ReportKind;

import java.time.Instant;
import java.time.LocalDate;

/** Which node sends reports, and how far that has come. There is one row. */
@Entity
@Table(name = "report_sending")
class ReportSendingRow {
    static final int ID = 1;

    @Id
    private int id;
    private String owner;
    @Column(name = "owned_until")
    private Instant ownedUntil;
    @Column(name = "dmarc_done")
    private LocalDate dmarcDone;
    @Column(name = "tls_done")
    private LocalDate tlsDone;

    protected ReportSendingRow() {}

    /** {@return whether this node has it now: nobody else's time is still running} */
    boolean claim(String node, Instant now, Instant until) {
        if (!owner.equals(node) && ownedUntil.isAfter(now)) {
            return false;
        }
        owner = node;
        ownedUntil = until;
        return true;
    }

    void release(String node, Instant now) {
        if (owner.equals(node)) {
            ownedUntil = now;
        }
    }

    LocalDate done(ReportKind kind) {
        return switch (kind) {
            case DMARC -> dmarcDone;
            case TLS -> tlsDone;
        };
    }

    void done(ReportKind kind, LocalDate day) {
        switch (kind) {
            case DMARC -> dmarcDone = day;
            case TLS -> tlsDone = day;
        }
    }
}

package org.postern.store.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.postern.report.AggregateReport;
import org.postern.report.AggregateReportReader;
import org.postern.report.AggregateReportWriter;
import org.postern.report.ReportOrigin;
import org.postern.report.ReportReading;
import org.postern.report.ReportRow;
import org.postern.report.count.DmarcCount;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Messages of one kind, on one day, by one node. */
@Entity
@Table(name = "dmarc_count")
class DmarcCountRow {
    private static final ReportOrigin NOBODY = new ReportOrigin("-", "", Optional.empty(), "-", Instant.EPOCH,
            Instant.EPOCH, Optional.empty(), Optional.empty());

    @Id
    @Column(name = "count_key")
    private String key;
    @Column(name = "report_day")
    private LocalDate day;
    @SuppressWarnings("UnusedVariable") // for queries
    private String domain;
    private byte[] facts;
    private long messages;

    protected DmarcCountRow() {}

    DmarcCountRow(DmarcCount count, String node) {
        key = key(count, node);
        day = count.day();
        domain = count.published().domain();
        facts = AggregateReportWriter.packed(new AggregateReport(NOBODY, count.published(),
                List.of(new ReportRow(count.facts(), 1))));
        messages = count.messages();
    }

    /** {@return a digest of all that tells it from others} */
    static String key(DmarcCount count, String node) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String all = String.join("\n", count.day().toString(), node, count.published().toString(),
                    count.facts().toString());
            return HexFormat.of().formatHex(digest.digest(all.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** {@return the count; empty where it cannot be read any more} */
    Optional<DmarcCount> toCount() {
        try {
            return AggregateReportReader.read(
                    new ByteArrayInputStream(facts)) instanceof ReportReading.Read<AggregateReport>(AggregateReport one)
                            ? Optional.of(new DmarcCount(day, one.published(), one.rows().getFirst().facts(), messages))
                            : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }
}

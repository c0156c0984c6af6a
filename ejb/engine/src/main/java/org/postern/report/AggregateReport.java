package org.postern.report;

import java.util.List;

/**
 * What one receiver has seen of one policy domain (RFC 9990, 3.1.1). All texts are as they were written; the reader bounds their length.
 *
 * @param rows at least one where it is to be sent, at most {@value #MOST_ROWS} where it was read
 */
public record AggregateReport(ReportOrigin origin, PublishedDmarc published, List<ReportRow> rows) {
    /** The most rows that are read. */
    public static final int MOST_ROWS = 50_000;

    public AggregateReport {
        rows = List.copyOf(rows);
    }

    /** {@return how many messages it is about} */
    public long messages() {
        return rows.stream().mapToLong(ReportRow::count).sum();
    }
}

package org.postern.report.receive;

import java.util.List;

/**
 * What was read of one attachment.
 *
 * @param lines those with the most messages or sessions, at most {@value #MOST_LINES}
 */
public record ReadReport(ReceivedReport report, List<ReportLine> lines) {
    /** The most lines that are kept of one report; its sums are of all. */
    public static final int MOST_LINES = 1000;

    public ReadReport {
        lines = List.copyOf(lines);
    }
}

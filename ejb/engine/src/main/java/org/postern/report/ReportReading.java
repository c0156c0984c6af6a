package org.postern.report;

/** What came of reading a report of somebody else. */
public sealed interface ReportReading<T> {
    /** It could be read. What it says is what somebody says. */
    record Read<T>(T report) implements ReportReading<T> {}

    /**
     * It is no report, or more than is read.
     *
     * @param reason in a few words, for log and trace
     */
    record Unreadable<T>(String reason) implements ReportReading<T> {}
}

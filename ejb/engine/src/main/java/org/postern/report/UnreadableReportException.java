package org.postern.report;

/** What somebody has sent is no report, or more than is read; the message says why, for a person. */
public final class UnreadableReportException extends Exception {
    public UnreadableReportException(String reason) {
        super(reason);
    }
}

package org.postern.report.receive;

import org.postern.report.ReportKind;

import java.time.Instant;
import java.util.Optional;

/**
 * What came as a report. All texts are a stranger's, at most {@value ReportLine#LONGEST} characters.
 *
 * @param key names it: the same report that comes again has the same, whoever brings it
 * @param kind empty where it could not be read
 * @param organization who reports
 * @param domain of ours that it is about
 * @param id the reporter's name for it
 * @param begin of the time it is about
 * @param end of that
 * @param passed messages or sessions with which all was well
 * @param failed others
 * @param queueId of the message that it came in
 * @param sender of that
 * @param fault why it could not be read; empty where it could
 */
public record ReceivedReport(String key, Instant received, Optional<ReportKind> kind, String organization,
        String domain, String id, Instant begin, Instant end, long passed, long failed, String queueId, String sender,
        String fault) {
    public ReceivedReport {
        organization = ReportLine.shortened(organization);
        domain = ReportLine.shortened(domain);
        id = ReportLine.shortened(id);
        sender = ReportLine.shortened(sender);
        fault = ReportLine.shortened(fault);
    }

    /** {@return it in one line, for the story of its message} */
    public String words() {
        return kind.map(known -> "report (" + known.word() + ") of " + organization + " on " + domain + ": " + passed
                + " passed, " + failed + " failed").orElse("not read: " + fault);
    }
}

package org.postern.report.send;

import org.postern.report.ReportKind;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What is known of reports that are sent, shared by all nodes. All methods throw when the place is out of reach; what they write is durable on return. */
public interface ReportLedger {
    /** {@return whether this node alone sends now, for this time at most} May be asked again while it does. */
    boolean claim(String node, Instant now, Duration most);

    /** Lets others send. */
    void release(String node, Instant now);

    /** {@return the last day of which all reports of the kind have come to their end} */
    LocalDate done(ReportKind kind);

    /** Says that all reports of the kind on this day and before have come to their end. */
    void done(ReportKind kind, LocalDate day);

    /** {@return what is known of reports on this day, by domain} */
    Map<String, SentReport> of(ReportKind kind, LocalDate day, List<String> domains);

    /** Writes down how far a report has come, in place of what was known. */
    void note(SentReport report);

    /** {@return reports in this state, some of them} */
    List<SentReport> in(SentReport.State state, int most);

    /** {@return reports on this day after this domain, in order of kind and domain} */
    List<SentReport> list(ReportKind kind, LocalDate day, String after, int most);

    /** Forgets reports on days before this one; {@return how many that were} */
    int forget(LocalDate before);
}

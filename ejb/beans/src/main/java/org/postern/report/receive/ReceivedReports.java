package org.postern.report.receive;

import org.postern.report.ReportKind;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where received reports are kept. All methods throw when the place is out of reach. */
public interface ReceivedReports {
    /** The most reports of one day that are kept. */
    int MOST_OF_A_DAY = 5000;
    /** The most of one day that are kept of what could not be read, beside these: so junk takes no report's place. */
    int MOST_UNREADABLE_OF_A_DAY = 200;

    /** What came of keeping one. */
    enum Kept {
        /** It is kept, durable on return. */
        KEPT,
        /** It was kept before. */
        KNOWN,
        /** There is no room for more today. */
        NO_ROOM
    }

    /** Keeps a report, once. */
    Kept keep(ReadReport report);

    /**
     * {@return reports that came before then, the latest first}
     *
     * @param behind the key of the last one of the page before, which came right then: those that came at the same moment follow; empty for the first page
     */
    List<ReceivedReport> list(Instant before, Optional<String> behind, int most);

    /** {@return the lines of a report, the largest first; none where there is no such report} */
    List<ReportLine> lines(String key);

    /**
     * What all reports on a domain say of one source.
     *
     * @param passed messages with which all was well
     * @param failed others
     */
    record Source(String source, long passed, long failed) {}

    /** {@return who has sent in the name of a domain, by reports on DMARC that came since then; those that failed most first} */
    List<Source> sources(String domain, Instant since, int most);

    /** {@return the report of this key} */
    Optional<ReceivedReport> find(String key);

    /**
     * What reports say of one domain.
     *
     * @param passed messages with which all was well
     * @param failed others
     */
    record OfDomain(String domain, long passed, long failed) {}

    /** {@return the domains that reports on DMARC are about which came since then; those that failed most first} */
    List<OfDomain> domains(Instant since, int most);

    /**
     * What reports say of one time, which mostly is a day.
     *
     * @param begin of it
     * @param passed messages or sessions with which all was well
     * @param failed others
     */
    record OfTime(Instant begin, long passed, long failed) {}

    /** {@return what reports of a kind say that came since then, on one domain or, if that is empty, on all; the latest times first} */
    List<OfTime> times(ReportKind kind, String domain, Instant since, int most);

    /** Forgets reports that came before then; {@return how many that were} */
    int forget(Instant before);
}

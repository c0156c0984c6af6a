package org.postern.report.send;

import org.postern.report.ReportKind;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Reports of one kind, as they are made of what was counted. */
public interface DailyReports {
    /** {@return of which kind they are} */
    ReportKind kind();

    /** {@return the domains that something was counted for on that day, in UTC, those after this one, in order} */
    List<String> domains(LocalDate day, String after, int most);

    /**
     * {@return what is to be sent to the domain} Asks the DNS, and may take some seconds.
     *
     * @param end of what is reported, the last second of the day or, where it is not over, now
     * @param last whether it is not asked for again: then what is not known now is left out
     */
    Preparation prepare(LocalDate day, String domain, Instant end, boolean last);
}

package org.postern.admin.reports;

import java.time.LocalDate;

/**
 * What others have reported of one day.
 *
 * @param passed messages or sessions with which all was well
 * @param failed others
 */
public record ReportedDay(LocalDate day, long passed, long failed) {
    ReportedDay plus(long morePassed, long moreFailed) {
        return new ReportedDay(day, passed + morePassed, failed + moreFailed);
    }
}

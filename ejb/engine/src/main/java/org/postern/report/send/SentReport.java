package org.postern.report.send;

import org.postern.report.ReportKind;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How far a report has come.
 *
 * @param day that it is about, in UTC
 * @param domain to whom it is
 * @param letters how many it takes, for there may be several addresses
 * @param tries how often it was not known to whom
 * @param next when it is tried again, or when it came to its end
 * @param words for a person, at most {@value #LONGEST_WORDS} characters
 */
public record SentReport(ReportKind kind, LocalDate day, String domain, State state, int letters, int tries,
        Instant next, String words) {
    /** The longest remark. */
    public static final int LONGEST_WORDS = 500;

    public SentReport {
        words = words.substring(0, Math.min(words.length(), LONGEST_WORDS));
    }

    /** How far. */
    public enum State {
        /** It is not known yet to whom it goes. */
        LATE,
        /** Its letters wait in the database, held until this is known. */
        READY,
        /** Its letters are on their way, as mail is. */
        SENT,
        /** Nobody wants it. */
        UNWANTED,
        /** It did not become known in time to whom it goes. */
        GIVEN_UP
    }

    /** {@return whether it is to be looked at} */
    boolean isDue(Instant now) {
        return state == State.LATE && !next.isAfter(now);
    }

    /** {@return whether it has come to its end} */
    public boolean isSettled() {
        return state != State.LATE && state != State.READY;
    }
}

package org.postern.report.send;

import java.time.Instant;

/** Where the letters of reports wait until it is written down that they do. */
public interface Outbox {
    /**
     * Lets a letter wait, held; durable on return. The same key again does nothing.
     *
     * @param number of the letter, from 0
     * @throws RuntimeException when it cannot wait there
     */
    void hold(SentReport report, int number, ReportLetter letter, Instant now);

    /**
     * Forgets what letters of the report are held: to be called before others are, so that what the last try left behind neither stays nor goes to whom it was not
     * meant for.
     *
     * @throws RuntimeException when that cannot be done now
     */
    void clear(SentReport report);

    /** Lets its letters go on. They are mail from then on; those that are on their way already stay there. */
    void letGo(SentReport report, Instant now);
}

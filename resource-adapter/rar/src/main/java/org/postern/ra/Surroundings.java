package org.postern.ra;

import org.postern.smtp.server.SessionSettings;

import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What all listeners of one adapter share.
 *
 * @param ticks nanoseconds that have passed since some moment; never go back
 * @param references names for sessions
 * @param memory for content on its way in
 * @param intervals makes the waiting between two tries to take a port
 */
record Surroundings(LongSupplier ticks, SessionReferences references, MemoryBudget memory,
        Supplier<Interval> intervals) {
    /** {@return the real ones} */
    static Surroundings ofSystem() {
        long start = System.nanoTime();
        return new Surroundings(() -> System.nanoTime() - start, new SessionReferences(InstantSource.system()),
                MemoryBudget.ofHeap(), Interval::ofTime);
    }

    /** {@return what the sessions of a listener with these settings are given} */
    SessionTerms termsOf(ListenerSettings settings) {
        ListenerSettings.Mail mail = settings.mail();
        return new SessionTerms(settings, SessionSettings.DEFAULT.withMaxMessageSize(mail.messageSize())
                .withMaxRecipients(mail.recipients())
                .withMaxErrors(mail.errors()),
                new SpooledContents(settings.spool(), memory, ticks), ticks,
                new ListenerCounts(settings.name(), ticks));
    }
}

package org.postern.ra;

import org.postern.smtp.server.ContentStore;
import org.postern.smtp.server.SessionSettings;

import java.util.function.LongSupplier;

/**
 * What every session of one listener is given.
 *
 * @param settings of the listener
 * @param session what the dialogue works by
 * @param contents where messages are kept while they arrive
 * @param ticks nanoseconds that have passed since some moment
 * @param counts of the listener
 */
record SessionTerms(ListenerSettings settings, SessionSettings session, ContentStore contents, LongSupplier ticks,
        ListenerCounts counts) {}

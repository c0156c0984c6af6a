package org.postern.ra;

import org.postern.ra.tls.ServerTls;
import org.postern.smtp.server.ContentStore;
import org.postern.smtp.server.SessionFacts;
import org.postern.smtp.server.SessionSettings;

import java.util.function.LongSupplier;

/**
 * What every session of one listener is given.
 *
 * @param settings of the listener
 * @param session what the dialogue works by
 * @param tls makes handshakes
 * @param contents where messages are kept while they arrive
 * @param ticks nanoseconds that have passed since some moment
 * @param counts of the listener
 */
record SessionTerms(ListenerSettings settings, SessionSettings session, ServerTls tls, ContentStore contents,
        LongSupplier ticks, ListenerCounts counts) {
    /** {@return what the dialogue of this session works by} */
    SessionSettings sessionOf(SessionFacts facts) {
        return session;
    }
}

package org.postern.ra;

import org.postern.ra.tls.ServerTls;
import org.postern.ra.tls.TlsMode;
import org.postern.smtp.server.ContentStore;
import org.postern.smtp.server.SessionSettings;

import java.util.function.LongSupplier;

/**
 * What every session of one listener is given.
 *
 * @param settings of the listener
 * @param inClear what the dialogue works by where there is no TLS to be had
 * @param withTls what it works by where there is
 * @param tls makes handshakes
 * @param contents where messages are kept while they arrive
 * @param memory for what a session needs beyond what each may have
 * @param ticks nanoseconds that have passed since some moment
 * @param counts of the listener
 * @param reports of refusals
 */
record SessionTerms(ListenerSettings settings, SessionSettings inClear, SessionSettings withTls, ServerTls tls,
        ContentStore contents, Quota memory,
        LongSupplier ticks, ListenerCounts counts, RefusalReports reports) {
    static SessionTerms of(ListenerSettings settings, SessionSettings session, ServerTls tls, ContentStore contents,
            Quota memory,
            LongSupplier ticks, ListenerCounts counts, RefusalReports reports) {
        SessionSettings inClear = session
                .withXclient(client -> settings.trust().xclient().contains(client.getAddress()));
        return new SessionTerms(settings, inClear, inClear.withStartTls(true), tls, contents, memory, ticks, counts,
                reports);
    }

    /** {@return what the dialogue of a session works by that begins now} */
    SessionSettings session() {
        return settings.tls() == TlsMode.STARTTLS && tls.isAvailable() ? withTls : inClear;
    }
}

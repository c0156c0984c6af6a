package org.postern.ra;

import org.postern.ra.tls.ServerTls;
import org.postern.ra.tls.TlsSettings;
import org.postern.smtp.server.SessionSettings;

import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What all listeners of one adapter share.
 *
 * @param ticks nanoseconds that have passed since some moment; never go back
 * @param references names for sessions
 * @param memory of all sessions
 * @param going counts the sessions that are going on
 * @param intervals makes the waiting between two tries to take a port
 * @param tls makes handshakes for each key material once, however many listeners use it
 * @param spools room on the disk for each folder once, however many listeners use it
 */
record Surroundings(LongSupplier ticks, SessionReferences references, SessionMemory memory,
        SessionCounters going, Supplier<Interval> intervals, Tls tls,
        Spools spools) {
    /** {@return the real ones} */
    static Surroundings ofSystem() {
        long start = System.nanoTime();
        return new Surroundings(() -> System.nanoTime() - start, new SessionReferences(InstantSource.system()),
                SessionMemory.ofHeap(Runtime.getRuntime().maxMemory()), new InMemorySessionCounters(), Interval::ofTime,
                new Tls(), new Spools());
    }

    /** What makes handshakes, by key material. */
    static final class Tls {
        private final Map<TlsSettings, ServerTls> made = new ConcurrentHashMap<>();

        ServerTls of(TlsSettings settings, LongSupplier ticks) {
            return made.computeIfAbsent(settings, s -> new ServerTls(s, ticks, InstantSource.system()));
        }
    }

    /** The room that content has on the disk, by what is set for it. */
    static final class Spools {
        private final Map<ListenerSettings.Spool, SpoolRoom> made = new ConcurrentHashMap<>();

        SpoolRoom of(ListenerSettings.Spool settings) {
            return made.computeIfAbsent(settings, SpoolRoom::new);
        }
    }

    /** {@return what the sessions of a listener with these settings are given} */
    SessionTerms termsOf(ListenerSettings settings) {
        ListenerSettings.Mail mail = settings.mail();
        SessionSettings session = new SessionSettings(mail.messageSize(), mail.recipients(), mail.headerSize(),
                mail.textLine(), mail.commandLine(), mail.errors(), mail.refusals(), mail.idleCommands(), Set.of(),
                settings.offers().services(settings.role()));
        ListenerCounts counts = new ListenerCounts(settings.name(), ticks);
        return SessionTerms.of(settings, session,
                tls.of(settings.keyMaterial(), ticks),
                new SpooledContents(spools.of(settings.spool()), settings.spool().memoryThreshold(), memory, ticks),
                memory.dialogues(), ticks,
                counts,
                new RefusalReports(ticks, counts));
    }
}

package org.postern.pipeline;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.postern.duty.Duties;
import org.postern.duty.Duty;
import org.postern.duty.WhenChanged;
import org.postern.reputation.entry.EntryStore;
import org.postern.reputation.entry.LiveEntries;
import org.postern.reputation.entry.PeoplesLists;
import org.postern.sentence.Sentence;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** Reads whom people allow and block two seconds after they have said it on whichever node, and writes once a minute how often that was met. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EntryWatch {
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Inject
    private Duties duties;
    @Inject
    private EntryStore store;
    @Inject
    private LiveEntries entries;
    @Inject
    private InstantSource clock;

    private final Duty reading = new Duty(
            Sentence.form("dutyReadEntries", "reading whom people allow and block").with(),
            new WhenChanged(() -> store.version(), this::read),
            e -> PipelineLog.LOG.entriesUnread(Duty.words(e)));
    private final Duty counting = new Duty(
            Sentence.form("dutyCountEntries", "counting how often those were met").with(), this::count,
            e -> PipelineLog.LOG.hitsWait(Duty.words(e)));

    @PostConstruct
    void begin() {
        duties.beginNow(reading, INTERVAL);
        duties.begin(counting, MINUTE, MINUTE);
    }

    @PreDestroy
    void end() {
        duties.end(reading);
        duties.end(counting);
    }

    /** The version is read first: what changes meanwhile is read again. */
    private void read() {
        entries.now(new PeoplesLists(store.entries()));
    }

    private void count() {
        Map<String, Long> hits = entries.take();
        if (hits.isEmpty()) {
            return;
        }
        try {
            store.hit(hits, clock.instant());
        } catch (RuntimeException e) {
            entries.putBack(hits);
            throw e;
        }
    }
}

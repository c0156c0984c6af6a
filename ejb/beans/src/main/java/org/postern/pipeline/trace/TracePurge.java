package org.postern.pipeline.trace;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.postern.broker.StoreReadiness;
import org.postern.config.Settings;
import org.postern.duty.Batches;
import org.postern.duty.Duties;
import org.postern.duty.Duty;
import org.postern.event.Trace;
import org.postern.event.TraceSettings;
import org.postern.pipeline.PipelineLog;
import org.postern.sentence.Sentence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Forgets old stories, some at a time, so that the journal need not wait for it; and while the disk has had little room from one turn to the next, so that
 * newer stories wait for it, some of the oldest before their time. None of the last day goes before its time.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TracePurge {
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration INTERVAL = Duration.ofMinutes(10);
    private static final int BATCH = 500;
    private static final int MOST_BATCHES = 200;
    /** Of stories that go before their time, those of so long a time go in one turn, at most {@link #EARLY_BATCHES} of them. */
    private static final Duration EARLY = Duration.ofHours(6);
    private static final int EARLY_BATCHES = 40;
    private static final Duration LAST = Duration.ofDays(1);

    @Inject
    private Duties duties;
    @Inject
    private Settings settings;
    @Inject
    private Trace trace;
    @Inject
    private StoreReadiness stores;
    @Inject
    private InstantSource clock;

    private boolean wasShort;

    private final Duty purging = new Duty(Sentence.form("dutyForgetStories", "forgetting old stories").with(),
            this::look,
            e -> PipelineLog.LOG.traceNotPurged(Duty.words(e)));

    @PostConstruct
    void begin() {
        duties.begin(purging, FIRST, INTERVAL);
    }

    @PreDestroy
    void end() {
        duties.end(purging);
    }

    private void look() {
        Instant now = clock.instant();
        settings.over(TraceSettings.RETENTION, now).ifPresent(before -> purge(before, MOST_BATCHES));
        boolean isShort = stores.isDatabaseShortOfRoom();
        if (isShort && wasShort) {
            makeRoom(now.minus(LAST));
        }
        wasShort = isShort;
    }

    private void makeRoom(Instant last) {
        Optional<Instant> oldest = trace.oldest().filter(last::isAfter);
        if (oldest.isPresent()) {
            Instant end = oldest.get().plus(EARLY);
            int count = purge(end.isBefore(last) ? end : last, EARLY_BATCHES);
            PipelineLog.LOG.forgottenEarly(count, TraceSettings.RETENTION.key());
        }
    }

    private int purge(Instant before, int batches) {
        return new Batches(BATCH, batches).all(size -> trace.purge(before, size));
    }
}

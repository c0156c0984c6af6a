package org.postern.pipeline.trace;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.postern.config.Settings;
import org.postern.duty.Duties;
import org.postern.duty.Duty;
import org.postern.event.Trace;
import org.postern.event.TraceSettings;
import org.postern.pipeline.PipelineLog;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Forgets old stories, some at a time, so that the journal need not wait for it. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TracePurge {
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration INTERVAL = Duration.ofMinutes(10);
    private static final int BATCH = 500;
    private static final int MOST_BATCHES = 200;

    @Inject
    private Duties duties;
    @Inject
    private Settings settings;
    @Inject
    private Trace trace;
    @Inject
    private InstantSource clock;

    private final Duty purging = new Duty("forgetting old stories", this::purge,
            e -> PipelineLog.LOG.traceNotPurged(Duty.words(e)));

    @PostConstruct
    void begin() {
        duties.begin(purging, FIRST, INTERVAL);
    }

    @PreDestroy
    void end() {
        duties.end(purging);
    }

    private void purge() {
        Instant before = clock.instant().minus(settings.get(TraceSettings.RETENTION));
        int batches = 0;
        while (trace.purge(before, BATCH) == BATCH && batches < MOST_BATCHES) {
            batches++;
        }
    }
}

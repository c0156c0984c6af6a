package org.postern.pipeline.trace;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import org.postern.config.Settings;
import org.postern.event.Trace;
import org.postern.event.TraceSettings;
import org.postern.pipeline.PipelineLog;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Forgets old stories, some at a time, so that the journal need not wait for it. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TracePurge {
    private static final int MINUTES = 10;
    private static final int BATCH = 500;
    private static final int MOST_BATCHES = 200;

    @Resource
    private ManagedScheduledExecutorService scheduler;
    @Inject
    private Settings settings;
    @Inject
    private Trace trace;
    @Inject
    private InstantSource clock;

    private ScheduledFuture<?> turns;

    @PostConstruct
    void begin() {
        turns = scheduler.scheduleWithFixedDelay(this::purge, 1, MINUTES, TimeUnit.MINUTES);
    }

    @PreDestroy
    void end() {
        turns.cancel(false);
    }

    private void purge() {
        Instant before = clock.instant().minus(settings.get(TraceSettings.RETENTION));
        try {
            int batches = 0;
            while (trace.purge(before, BATCH) == BATCH && batches < MOST_BATCHES) {
                batches++;
            }
        } catch (RuntimeException e) {
            PipelineLog.LOG.traceNotPurged(e.getMessage());
        }
    }
}

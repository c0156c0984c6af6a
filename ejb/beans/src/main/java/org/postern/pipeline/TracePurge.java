package org.postern.pipeline;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.postern.config.Settings;
import org.postern.config.SettingsCatalogue;
import org.postern.event.Trace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Forgets old stories, some at a time, so that the journal need not wait for it. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TracePurge {
    private static final Duration INTERVAL = Duration.ofMinutes(10);
    private static final int BATCH = 500;
    private static final int MOST_BATCHES = 200;

    @Resource
    private TimerService timers;
    @Inject
    private Settings settings;
    @Inject
    private Trace trace;
    @Inject
    private InstantSource clock;

    @PostConstruct
    void begin() {
        timers.createIntervalTimer(INTERVAL.toMillis(), INTERVAL.toMillis(), new TimerConfig("trace", false));
    }

    @Timeout
    void purge() {
        Instant before = clock.instant().minus(settings.get(SettingsCatalogue.TRACE_RETENTION));
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

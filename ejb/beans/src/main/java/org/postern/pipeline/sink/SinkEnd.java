package org.postern.pipeline.sink;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.postern.config.Settings;
import org.postern.duty.Batches;
import org.postern.duty.Duties;
import org.postern.duty.Duty;
import org.postern.sentence.Sentence;
import org.postern.sink.Sink;
import org.postern.sink.SinkSettings;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Forgets mail that has been in the sink for long enough, some at a time. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SinkEnd {
    private static final Duration FIRST = Duration.ofMinutes(2);
    private static final Duration INTERVAL = Duration.ofMinutes(10);
    private static final Batches BATCHES = new Batches(100, 100);

    @Inject
    private Duties duties;
    @Inject
    private Settings settings;
    @Inject
    private Sink sink;
    @Inject
    private InstantSource clock;

    private final Duty ending = new Duty(Sentence.form("dutyEmptySink", "emptying the sink").with(), this::look,
            e -> SinkLog.LOG.stays(Duty.words(e)));

    @PostConstruct
    void begin() {
        duties.begin(ending, FIRST, INTERVAL);
    }

    @PreDestroy
    void end() {
        duties.end(ending);
    }

    private void look() {
        settings.over(SinkSettings.TIME, clock.instant()).ifPresent(this::forget);
    }

    private void forget(Instant before) {
        int all = BATCHES.all(size -> sink.forgetBefore(before, size));
        if (all > 0) {
            SinkLog.LOG.ended(all, SinkSettings.TIME.key());
        }
    }
}

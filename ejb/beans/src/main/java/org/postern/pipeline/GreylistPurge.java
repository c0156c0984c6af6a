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
import org.postern.reputation.grey.Greylist;
import org.postern.sentence.Sentence;

import java.time.Duration;

/** Forgets those who did not come again, and those who have not come for long. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GreylistPurge {
    private static final Duration INTERVAL = Duration.ofMinutes(5);

    @Inject
    private Duties duties;
    @Inject
    private Greylist greylist;

    private final Duty purging = new Duty(Sentence.form("dutyForgetGreylist", "forgetting who is greylisted").with(),
            this::purge,
            e -> PipelineLog.LOG.greylistNotPurged(Duty.words(e)));

    @PostConstruct
    void begin() {
        duties.begin(purging, INTERVAL, INTERVAL);
    }

    @PreDestroy
    void end() {
        duties.end(purging);
    }

    private void purge() {
        greylist.forget();
    }
}

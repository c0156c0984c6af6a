package org.postern.pipeline.digest;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.postern.duty.Activity;
import org.postern.duty.Duties;
import org.postern.duty.Duty;
import org.postern.pipeline.PipelineLog;
import org.postern.sentence.Sentence;

import java.time.Duration;

/** Looks each minute whether it is time to tell recipients what waits in quarantine. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DigestWatch {
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    @Inject
    private Duties duties;
    @Inject
    private Digests digests;
    @Inject
    private Activity activity;

    private final Duty telling = new Duty(
            Sentence.form("dutyTellOfQuarantine", "telling recipients of quarantine").with(), this::look,
            e -> PipelineLog.LOG.digestsNotWritten(Duty.words(e)));

    @PostConstruct
    void begin() {
        if (digests.isOn()) {
            duties.begin(telling, INTERVAL, INTERVAL);
        }
    }

    @PreDestroy
    void end() {
        duties.end(telling);
    }

    private void look() throws Exception {
        if (activity.isWorking()) {
            digests.write(false);
        }
    }
}

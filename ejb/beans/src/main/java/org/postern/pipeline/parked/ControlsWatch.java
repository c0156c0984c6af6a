package org.postern.pipeline.parked;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.postern.delivery.gate.ControlsInForce;
import org.postern.delivery.gate.DestinationControls;
import org.postern.duty.Duties;
import org.postern.duty.Duty;
import org.postern.pipeline.PipelineLog;
import org.postern.sentence.Sentence;

import java.time.Duration;

/** Learns what people on any node want for destinations, two seconds after they have said it. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ControlsWatch {
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    @Inject
    private Duties duties;
    @Inject
    private DestinationControls kept;
    @Inject
    private ControlsInForce inForce;

    private final Duty reading = new Duty(
            Sentence.form("dutyReadControls", "reading what is wanted of destinations").with(), this::look,
            e -> PipelineLog.LOG.controlsUnread(Duty.words(e)));

    @PostConstruct
    void begin() {
        duties.beginNow(reading, INTERVAL);
    }

    @PreDestroy
    void end() {
        duties.end(reading);
    }

    /** What cannot be read now stays as it was. */
    private void look() {
        inForce.now(kept.all());
    }
}

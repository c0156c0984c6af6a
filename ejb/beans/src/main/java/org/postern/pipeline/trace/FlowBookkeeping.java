package org.postern.pipeline.trace;

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
import org.postern.flow.FlowFigures;
import org.postern.flow.FlowSpan;
import org.postern.flow.FlowTally;
import org.postern.pipeline.PipelineLog;
import org.postern.sentence.Sentence;

import java.time.Duration;
import java.time.InstantSource;

/** Stores once in a while how much mail came and went, and forgets what is too old. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FlowBookkeeping {
    private static final Duration STORING = Duration.ofSeconds(5);
    private static final Duration FORGETTING = Duration.ofHours(1);

    @Inject
    private Duties duties;
    @Inject
    private FlowTally tally;
    @Inject
    private FlowFigures figures;
    @Inject
    private InstantSource clock;

    private final Duty storing = new Duty(Sentence.form("dutyStoreFlow", "storing how much mail came and went").with(),
            this::store,
            e -> PipelineLog.LOG.flowWaits(Duty.words(e)));
    private final Duty forgetting = new Duty(Sentence.form("dutyForgetFlow", "forgetting old figures").with(),
            this::forget,
            e -> PipelineLog.LOG.flowWaits(Duty.words(e)));

    @PostConstruct
    void begin() {
        duties.begin(storing, STORING, STORING);
        duties.begin(forgetting, FORGETTING, FORGETTING);
    }

    @PreDestroy
    void end() {
        duties.end(storing);
        duties.end(forgetting);
        storing.run();
    }

    private void store() {
        tally.storeIn(figures);
    }

    private void forget() {
        for (FlowSpan span : FlowSpan.values()) {
            figures.forget(span, clock.instant().minus(span.kept()));
        }
    }
}

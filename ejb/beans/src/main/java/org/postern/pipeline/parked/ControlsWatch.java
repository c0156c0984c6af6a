package org.postern.pipeline.parked;

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
import org.postern.delivery.gate.ControlsInForce;
import org.postern.delivery.gate.DestinationControls;
import org.postern.pipeline.Outage;
import org.postern.pipeline.PipelineLog;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Learns what people on any node want for destinations, two seconds after they have said it. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ControlsWatch {
    private static final long SECONDS = 2;

    @Resource
    private ManagedScheduledExecutorService scheduler;
    @Inject
    private DestinationControls kept;
    @Inject
    private ControlsInForce inForce;

    private final Outage outage = new Outage(PipelineLog.LOG::controlsUnread);
    private ScheduledFuture<?> turns;

    @PostConstruct
    void begin() {
        look();
        turns = scheduler.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void end() {
        turns.cancel(false);
    }

    /** What cannot be read now stays as it was. */
    private void look() {
        try {
            inForce.now(kept.all());
            outage.over();
        } catch (RuntimeException e) {
            outage.failed(e);
        }
    }
}

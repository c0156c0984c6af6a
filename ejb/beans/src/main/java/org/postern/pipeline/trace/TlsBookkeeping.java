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
import org.postern.delivery.report.TlsFigures;
import org.postern.delivery.report.TlsTally;
import org.postern.delivery.sts.PolicyBook;
import org.postern.pipeline.PipelineLog;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Stores once in a while how TLS sessions came about, and fetches policies again before they are over. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TlsBookkeeping {
    private static final int SECONDS = 30;
    private static final int MINUTES = 5;
    private static final int MOST_FETCHES = 50;
    private static final int KEPT_DAYS = 30;

    @Resource
    private ManagedScheduledExecutorService scheduler;
    @Inject
    private TlsTally tally;
    @Inject
    private TlsFigures figures;
    @Inject
    private PolicyBook policies;
    @Inject
    private InstantSource clock;

    private ScheduledFuture<?> storing;
    private ScheduledFuture<?> refreshing;

    @PostConstruct
    void begin() {
        storing = scheduler.scheduleWithFixedDelay(this::store, SECONDS, SECONDS, TimeUnit.SECONDS);
        refreshing = scheduler.scheduleWithFixedDelay(this::refresh, 1, MINUTES, TimeUnit.MINUTES);
    }

    @PreDestroy
    void end() {
        storing.cancel(false);
        refreshing.cancel(false);
        store();
    }

    private void store() {
        try {
            tally.storeIn(figures);
        } catch (RuntimeException e) {
            PipelineLog.LOG.tlsCountsWait(e.getMessage());
        }
    }

    private void refresh() {
        try {
            policies.refresh(MOST_FETCHES);
            figures.forget(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(KEPT_DAYS));
        } catch (RuntimeException e) {
            PipelineLog.LOG.policiesNotRefreshed(e.getMessage());
        }
    }
}

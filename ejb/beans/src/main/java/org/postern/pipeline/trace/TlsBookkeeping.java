package org.postern.pipeline.trace;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.postern.delivery.report.TlsFigures;
import org.postern.delivery.report.TlsTally;
import org.postern.delivery.sts.PolicyBook;
import org.postern.duty.Duties;
import org.postern.duty.Duty;
import org.postern.pipeline.PipelineLog;
import org.postern.sentence.Sentence;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Stores once in a while how TLS sessions came about, and fetches policies again before they are over. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TlsBookkeeping {
    private static final Duration STORING = Duration.ofSeconds(30);
    private static final Duration REFRESHING = Duration.ofMinutes(5);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final int MOST_FETCHES = 50;
    private static final int KEPT_DAYS = 30;

    @Inject
    private Duties duties;
    @Inject
    private TlsTally tally;
    @Inject
    private TlsFigures figures;
    @Inject
    private PolicyBook policies;
    @Inject
    private InstantSource clock;

    private final Duty storing = new Duty(
            Sentence.form("dutyStoreTlsSessions", "storing how TLS sessions came about").with(), this::store,
            e -> PipelineLog.LOG.tlsCountsWait(Duty.words(e)));
    private final Duty refreshing = new Duty(
            Sentence.form("dutyFetchPolicies", "fetching MTA-STS policies again").with(), this::refresh,
            e -> PipelineLog.LOG.policiesNotRefreshed(Duty.words(e)));

    @PostConstruct
    void begin() {
        duties.begin(storing, STORING, STORING);
        duties.begin(refreshing, FIRST, REFRESHING);
    }

    @PreDestroy
    void end() {
        duties.end(storing);
        duties.end(refreshing);
        storing.run();
    }

    private void store() {
        tally.storeIn(figures);
    }

    private void refresh() {
        policies.refresh(MOST_FETCHES);
        figures.forget(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(KEPT_DAYS));
    }
}

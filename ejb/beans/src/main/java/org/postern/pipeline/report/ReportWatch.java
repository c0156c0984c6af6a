package org.postern.pipeline.report;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.postern.config.Settings;
import org.postern.duty.Activity;
import org.postern.duty.Duties;
import org.postern.duty.Duty;
import org.postern.pipeline.PipelineLog;
import org.postern.report.count.DmarcFigures;
import org.postern.report.count.DmarcTally;
import org.postern.report.receive.ReceivedReports;
import org.postern.report.send.ReportLedger;
import org.postern.report.send.ReportSettings;
import org.postern.report.send.ReportTurn;
import org.postern.sentence.Sentence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Stores once a minute what DMARC came to, which is what a kill loses at most, sends the reports on days that are over, and forgets what
 * is old.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReportWatch {
    private static final Duration STORING = Duration.ofMinutes(1);

    @Inject
    private Duties duties;
    @Inject
    private Activity activity;
    @Inject
    private Settings settings;
    @Inject
    private DmarcTally tally;
    @Inject
    private DmarcFigures figures;
    @Inject
    private ReportTurn turn;
    @Inject
    private ReportLedger ledger;
    @Inject
    private ReceivedReports received;
    @Inject
    private InstantSource clock;

    private final Duty storing = new Duty(Sentence.form("dutyStoreDmarc", "storing what DMARC came to").with(),
            this::store,
            e -> PipelineLog.LOG.dmarcCountsWait(Duty.words(e)));
    private final Duty sending = new Duty(Sentence.form("dutySendReports", "sending reports to other domains").with(),
            this::send,
            e -> PipelineLog.LOG.reportsWait(Duty.words(e)));

    @PostConstruct
    void begin() {
        Duration interval = settings.get(ReportSettings.INTERVAL);
        duties.begin(storing, STORING, STORING);
        duties.begin(sending, interval, interval);
    }

    @PreDestroy
    void end() {
        duties.end(storing);
        duties.end(sending);
        storing.run();
    }

    private void store() {
        tally.storeIn(figures);
    }

    private void send() {
        if (!activity.isWorking()) {
            return;
        }
        turn.take();
        settings.over(ReportSettings.RETENTION, clock.instant()).ifPresent(this::forget);
    }

    private void forget(Instant before) {
        LocalDate oldest = LocalDate.ofInstant(before, ZoneOffset.UTC);
        figures.forget(oldest);
        ledger.forget(oldest);
        received.forget(before);
    }
}

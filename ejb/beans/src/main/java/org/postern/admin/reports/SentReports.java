package org.postern.admin.reports;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Acts;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;
import org.postern.delivery.report.TlsFigures;
import org.postern.delivery.report.TlsTally;
import org.postern.report.ReportKind;
import org.postern.report.count.DmarcFigures;
import org.postern.report.count.DmarcTally;
import org.postern.report.send.ReportLedger;
import org.postern.report.send.ReportTurn;
import org.postern.report.send.SentReport;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What is reported to other domains. */
@Desk
@Singleton
public class SentReports {
    /** The longest page. */
    public static final int MOST = 500;

    private final ReportLedger ledger;
    private final ReportTurn turn;
    private final DmarcTally tally;
    private final DmarcFigures figures;
    private final TlsTally sessions;
    private final TlsFigures ofSessions;
    private final InstantSource clock;

    @Inject
    SentReports(ReportLedger ledger, ReportTurn turn, DmarcTally tally, DmarcFigures figures, TlsTally sessions,
            TlsFigures ofSessions, InstantSource clock) {
        this.ledger = ledger;
        this.turn = turn;
        this.tally = tally;
        this.figures = figures;
        this.sessions = sessions;
        this.ofSessions = ofSessions;
        this.clock = clock;
    }

    /** {@return the day it is, in UTC} */
    @Looks(Role.AUDITOR)
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** {@return what became of reports on that day, to domains after this one, at most {@value #MOST}} */
    @Looks(Role.AUDITOR)
    public List<SentReport> list(ReportKind kind, LocalDate day, String after) {
        return ledger.list(kind, day, after, MOST);
    }

    /**
     * Sends at once what is known of a day, though that may not be over.
     *
     * @return what became of it; empty where reports of the kind are not sent, or others are just being sent
     */
    @Acts(value = Role.OPERATOR, as = "report sent")
    public Optional<SentReport> send(ReportKind kind, LocalDate day, String domain) {
        tally.storeIn(figures);
        sessions.storeIn(ofSessions);
        return turn.send(kind, day, domain);
    }
}

package org.postern.admin.reports;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;
import org.postern.report.receive.ReceivedReport;
import org.postern.report.receive.ReceivedReports;
import org.postern.report.receive.ReportLine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What others report about us. What is in it is what somebody says: anybody can send a report. */
@Desk
@Singleton
public class OthersReports {
    /** The longest page. */
    public static final int MOST = 500;
    private static final Duration SHOWN = Duration.ofDays(7);

    private final ReceivedReports reports;
    private final InstantSource clock;

    @Inject
    OthersReports(ReceivedReports reports, InstantSource clock) {
        this.reports = reports;
        this.clock = clock;
    }

    /** {@return what came before then, or until now; the latest first, at most {@value #MOST}, unreadable ones among them} */
    @Looks(Role.AUDITOR)
    public List<ReceivedReport> list(Optional<Instant> before) {
        return reports.list(before.orElse(clock.instant().plusSeconds(1)), MOST);
    }

    /** {@return the lines of a report} */
    @Looks(Role.AUDITOR)
    public List<ReportLine> lines(String key) {
        return reports.lines(key);
    }

    /** {@return who has sent in the name of a domain, by what came within seven days; at most {@value #MOST}} */
    @Looks(Role.AUDITOR)
    public List<ReceivedReports.Source> sources(String domain) {
        return reports.sources(domain.toLowerCase(Locale.ROOT), clock.instant().minus(SHOWN), MOST);
    }
}

package org.postern.admin.reports;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;
import org.postern.report.ReportKind;
import org.postern.report.receive.ReceivedReport;
import org.postern.report.receive.ReceivedReports;
import org.postern.report.receive.ReportLine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What others report about us. What is in it is what somebody says: anybody can send a report. */
@Desk
@Singleton
public class OthersReports {
    /** The longest page. */
    public static final int MOST = 500;
    /** How many days {@link #days} tells of. */
    public static final int DAYS = 14;
    /** Reports may be about any time that strangers have made up. */
    private static final int MOST_TIMES = 20_000;
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
        return reports.list(before.orElse(clock.instant().plusSeconds(1)), Optional.empty(), MOST);
    }

    /** {@return what comes behind that report in the list of all; at most {@value #MOST}} */
    @Looks(Role.AUDITOR)
    public List<ReceivedReport> behind(Instant received, String key, int limit) {
        return reports.list(received, Optional.of(key), Math.clamp(limit, 1, MOST));
    }

    /** {@return the report of this key} */
    @Looks(Role.AUDITOR)
    public Optional<ReceivedReport> find(String key) {
        return reports.find(key);
    }

    /** {@return the domains whose mail was reported on within seven days; those that failed most first, at most {@value #MOST}} */
    @Looks(Role.AUDITOR)
    public List<ReceivedReports.OfDomain> domains() {
        return reports.domains(clock.instant().minus(SHOWN), MOST);
    }

    /**
     * {@return what was reported of each of the last {@value #DAYS} days, in UTC, the oldest first; days of which nothing was are among them}
     *
     * @param domain of ours; empty for all of them
     */
    @Looks(Role.AUDITOR)
    public List<ReportedDay> days(ReportKind kind, String domain) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Map<LocalDate, ReportedDay> days = new TreeMap<>();
        for (int ago = 0; ago < DAYS; ago++) {
            days.put(today.minusDays(ago), new ReportedDay(today.minusDays(ago), 0, 0));
        }
        Instant since = today.minusDays(DAYS).atStartOfDay(ZoneOffset.UTC).toInstant();
        for (ReceivedReports.OfTime time : reports.times(kind, domain.toLowerCase(Locale.ROOT), since, MOST_TIMES)) {
            days.computeIfPresent(LocalDate.ofInstant(time.begin(), ZoneOffset.UTC),
                    (day, before) -> before.plus(time.passed(), time.failed()));
        }
        return List.copyOf(days.values());
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

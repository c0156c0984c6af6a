package org.postern.admin.trace;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;
import org.postern.config.GatewayName;
import org.postern.delivery.report.TlsCount;
import org.postern.delivery.report.TlsFigures;
import org.postern.delivery.report.TlsTally;
import org.postern.report.ReportOrigin;
import org.postern.report.tls.TlsReportDocument;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * What came of the policies about TLS that other domains publish: by day, and as the report that each of them may be sent (RFC 8460).
 * Days are kept for a month.
 */
@Desk
@Singleton
public class TlsReports {
    /** The longest page. */
    public static final int MAX_LIMIT = 500;

    private final TlsFigures figures;
    private final TlsTally tally;
    private final GatewayName name;

    @Inject
    TlsReports(TlsFigures figures, TlsTally tally, GatewayName name) {
        this.figures = figures;
        this.tally = tally;
        this.name = name;
    }

    /** {@return the domains of that day, in UTC, after this one} */
    @Looks(Role.AUDITOR)
    public List<String> domains(LocalDate day, String after, int limit) {
        tally.storeIn(figures);
        return figures.domains(day, after, Math.clamp(limit, 1, MAX_LIMIT));
    }

    /** {@return what was counted on that day for a domain} */
    @Looks(Role.AUDITOR)
    public List<TlsCount> figures(LocalDate day, String domain) {
        tally.storeIn(figures);
        return figures.of(day, domain);
    }

    /** {@return the report in JSON (RFC 8460, 4.4); empty where nothing was counted} */
    @Looks(Role.AUDITOR)
    public Optional<String> report(LocalDate day, String domain) {
        List<TlsCount> counts = figures(day, domain);
        return counts.isEmpty()
                ? Optional.empty()
                : Optional.of(new TlsReportDocument(origin(day, domain), counts).toString());
    }

    private ReportOrigin origin(LocalDate day, String domain) {
        Instant begin = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return new ReportOrigin(name.toString(), "postmaster@" + name, Optional.empty(),
                day + "_" + domain + "@" + name, begin, begin.plus(Duration.ofDays(1)).minusSeconds(1),
                Optional.empty(), Optional.empty());
    }
}

package org.postern.web.api.reports;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.postern.admin.access.Role;
import org.postern.admin.reports.OthersReports;
import org.postern.admin.reports.ReportedDay;
import org.postern.report.ReportKind;
import org.postern.report.receive.ReceivedReport;
import org.postern.report.receive.ReceivedReports;
import org.postern.report.receive.ReportLine;
import org.postern.web.api.Does;
import org.postern.web.api.Limit;
import org.postern.web.api.Paged;
import org.postern.web.api.ProblemException;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What others report about us, which anybody can write. */
@Path("/received-reports")
@Produces(MediaType.APPLICATION_JSON)
public class ReceivedReportsResource {
    private static final String MOST = "500";
    private static final String SIGN = "~";

    @Inject
    private OthersReports reports;

    @GET
    @Does(value = "Lists reports that came before a time, the latest first, unreadable ones among them", by = Role.AUDITOR)
    public Paged<ReceivedReport> list(@QueryParam("before") Optional<Instant> before,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(MOST) Limit limit, @Context UriInfo asked) {
        List<ReceivedReport> page = after.isEmpty()
                ? reports.list(before).stream().limit(limit.lines()).toList()
                : behind(after, limit);
        return Paged.of(page, limit, asked, last -> last.received() + SIGN + last.key());
    }

    private List<ReceivedReport> behind(String after, Limit limit) {
        int sign = after.indexOf(SIGN);
        try {
            return reports.behind(Instant.parse(after.substring(0, Math.max(0, sign))), after.substring(sign + 1),
                    limit.lines());
        } catch (DateTimeException none) {
            throw ProblemException.ofField(Paged.AFTER, "is a place that a next address has named");
        }
    }

    @GET
    @Path("domains")
    @Does(value = "Lists the domains that reports are about", by = Role.AUDITOR)
    public Paged<ReceivedReports.OfDomain> domains() {
        return Paged.whole(reports.domains());
    }

    @GET
    @Path("days")
    @Does(value = "Tells what was reported of each of the last days, in UTC, the oldest first, on one domain or on all", by = Role.AUDITOR)
    public Paged<ReportedDay> days(@QueryParam("kind") @DefaultValue("dmarc") ReportKind kind,
            @QueryParam("domain") @DefaultValue("") String domain) {
        return Paged.whole(reports.days(kind, domain));
    }

    @GET
    @Path("{key}/lines")
    @Does(value = "Shows the lines of a report", by = Role.AUDITOR)
    public Paged<ReportLine> lines(@PathParam("key") String key) {
        return Paged.whole(reports.lines(key));
    }

    @GET
    @Path("sources/{domain}")
    @Does(value = "Lists who has sent in the name of a domain, by what came within seven days", by = Role.AUDITOR)
    public Paged<ReceivedReports.Source> sources(@PathParam("domain") String domain) {
        return Paged.whole(reports.sources(domain));
    }
}

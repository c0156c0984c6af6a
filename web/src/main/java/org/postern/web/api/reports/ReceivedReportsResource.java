package org.postern.web.api.reports;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.postern.admin.access.Role;
import org.postern.admin.reports.OthersReports;
import org.postern.report.receive.ReceivedReport;
import org.postern.report.receive.ReceivedReports;
import org.postern.report.receive.ReportLine;
import org.postern.web.api.Does;
import org.postern.web.api.Paged;

import java.time.Instant;
import java.util.Optional;

/** What others report about us, which anybody can write. */
@Path("/received-reports")
@Produces(MediaType.APPLICATION_JSON)
public class ReceivedReportsResource {
    @Inject
    private OthersReports reports;

    @GET
    @Does(value = "Lists at most 500 reports that came before a time, the latest first, unreadable ones among them", by = Role.AUDITOR)
    public Paged<ReceivedReport> list(@QueryParam("before") Optional<Instant> before) {
        return Paged.whole(reports.list(before));
    }

    @GET
    @Path("domains")
    @Does(value = "Lists the domains that reports are about", by = Role.AUDITOR)
    public Paged<ReceivedReports.OfDomain> domains() {
        return Paged.whole(reports.domains());
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

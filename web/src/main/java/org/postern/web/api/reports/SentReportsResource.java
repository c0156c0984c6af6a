package org.postern.web.api.reports;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.postern.admin.access.Role;
import org.postern.admin.reports.SentReports;
import org.postern.admin.trace.TlsReports;
import org.postern.report.ReportKind;
import org.postern.report.send.SentReport;
import org.postern.web.api.Does;
import org.postern.web.api.Limit;
import org.postern.web.api.Paged;
import org.postern.web.api.ProblemException;
import org.postern.web.api.ProblemKind;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** What is reported to others. */
@Path("/reports")
@Produces(MediaType.APPLICATION_JSON)
public class SentReportsResource {
    private static final String KIND = "kind";
    private static final String DAY = "day";
    private static final String AFTER = "after";

    @Inject
    private SentReports sent;
    @Inject
    private TlsReports tls;

    /**
     * A report that is to be sent at once.
     *
     * @param day in UTC, which need not be over
     * @param domain to whom
     */
    public record ReportDraft(ReportKind kind, LocalDate day, String domain) {}

    /**
     * What TLS to a domain came to.
     *
     * @param report as RFC 8460 has it
     */
    public record TlsReport(String domain, LocalDate day, String report) {}

    @GET
    @Path("sent")
    @Does(value = "Lists what became of reports on a day, yesterday's if none is given", by = Role.AUDITOR)
    public Paged<SentReport> list(@QueryParam(KIND) @DefaultValue("dmarc") ReportKind kind,
            @QueryParam(DAY) Optional<LocalDate> day,
            @QueryParam(AFTER) @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit, @Context UriInfo asked) {
        return Paged.of(sent.list(kind, day.orElseGet(() -> sent.today().minusDays(1)), after)
                .stream()
                .limit(limit.lines())
                .toList(), limit, asked, SentReport::domain);
    }

    @POST
    @Path("sent")
    @Consumes(MediaType.APPLICATION_JSON)
    @Does(value = "Sends at once what is known of a day", by = Role.OPERATOR)
    public SentReport send(ReportDraft draft) {
        return sent.send(draft.kind(), draft.day(), draft.domain().toLowerCase(Locale.ROOT))
                .orElseThrow(() -> ProblemException.of(ProblemKind.CONFLICT,
                        "Such reports are not sent (reports.from), or others are just being sent; then try again."));
    }

    @GET
    @Path("tls")
    @Does(value = "Lists the domains with which there was TLS on a day", by = Role.AUDITOR)
    public Paged<String> domains(@QueryParam(DAY) Optional<LocalDate> day,
            @QueryParam(AFTER) @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit, @Context UriInfo asked) {
        return Paged.of(tls.domains(day.orElseGet(sent::today), after, limit.lines()), limit, asked, name -> name);
    }

    @GET
    @Path("tls/{domain}")
    @Does(value = "Shows the report on TLS that a domain may be sent", by = Role.AUDITOR)
    public TlsReport report(@PathParam("domain") String domain,
            @QueryParam(DAY) Optional<LocalDate> day) {
        LocalDate wanted = day.orElseGet(sent::today);
        return new TlsReport(domain, wanted, ProblemException.orNotFound(tls.report(wanted, domain)));
    }
}

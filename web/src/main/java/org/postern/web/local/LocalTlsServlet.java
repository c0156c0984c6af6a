package org.postern.web.local;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.postern.admin.people.LocalToken;
import org.postern.admin.trace.TlsReports;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * What came of other domains' TLS policies on a {@code day}: the domains, or with a {@code domain} the report for it in JSON. Answers
 * as {@link LocalUsersServlet} does.
 */
@WebServlet("/local/tls-reports")
public class LocalTlsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient LocalToken token;
    @Inject
    private transient TlsReports reports;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!LocalCaller.admitted(token, request, response)) {
            return;
        }
        try {
            LocalDate day = LocalDate.parse(LocalCaller.parameter(request, "day"));
            String domain = LocalCaller.parameter(request, "domain");
            if (domain.isEmpty()) {
                for (String name : reports.domains(day, LocalCaller.parameter(request, "after"),
                        TlsReports.MAX_LIMIT)) {
                    response.getWriter().println(name);
                }
            } else {
                response.getWriter().println(reports.report(day, domain).orElse(""));
            }
        } catch (DateTimeException wrong) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            response.getWriter().println("A day is written as 2026-12-31.");
        }
    }
}

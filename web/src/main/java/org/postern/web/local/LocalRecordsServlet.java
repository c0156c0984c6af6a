package org.postern.web.local;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.postern.admin.domains.DomainRecord;
import org.postern.admin.domains.RecordDesk;
import org.postern.admin.people.LocalToken;

import java.io.IOException;
import java.util.List;

/** What {@code ./postern dns} asks for. Answers as {@link LocalUsersServlet} does, a line of tab-separated words for each record. */
@WebServlet("/local/dns")
public class LocalRecordsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient LocalToken token;
    @Inject
    private transient RecordDesk records;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!LocalCaller.admitted(token, request, response)) {
            return;
        }
        List<DomainRecord> lines = records.of(LocalCaller.parameter(request, "domain"));
        if (lines.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            response.getWriter().println("Not a domain name.");
        }
        for (DomainRecord line : lines) {
            response.getWriter().println(LocalKeysServlet.words(line));
        }
    }
}

package org.postern.web.local;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.postern.admin.people.LocalToken;
import org.postern.admin.reports.OthersReports;
import org.postern.admin.reports.SentReports;
import org.postern.report.ReportKind;
import org.postern.report.receive.ReceivedReport;
import org.postern.report.receive.ReportLine;
import org.postern.report.send.SentReport;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code ./postern reports} asks for. Answers as {@link LocalUsersServlet} does. */
@WebServlet("/local/reports")
public class LocalReportsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient LocalToken token;
    @Inject
    private transient SentReports sent;
    @Inject
    private transient OthersReports received;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!LocalCaller.admitted(token, request, response)) {
            return;
        }
        try {
            switch (text(request, "action")) {
                case "sent" -> list(request, response);
                case "send" -> send(request, response);
                case "received" -> tell(received.list(before(request)), response.getWriter());
                case "show" -> show(text(request, "key"), response);
                case "sources" -> sources(text(request, "domain"), response.getWriter());
                default -> fault(response, "No such action.");
            }
        } catch (DateTimeException wrong) {
            fault(response, "A day is written as 2026-12-31, a time as 2026-12-31T23:59:59Z.");
        } catch (IllegalArgumentException wrong) {
            fault(response, wrong.getMessage());
        }
    }

    private void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        LocalDate day = day(request, sent.today().minusDays(1));
        for (SentReport report : sent.list(kind(request), day, text(request, "after"))) {
            response.getWriter().println(words(report));
        }
    }

    private void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String domain = text(request, "domain").toLowerCase(Locale.ROOT);
        Optional<SentReport> report = sent.send(kind(request), day(request, sent.today()), domain);
        if (report.isPresent()) {
            response.getWriter().println(words(report.get()));
        } else {
            fault(response, "Such reports are not sent (reports.from), or others are just being sent; then try again.");
        }
    }

    private static Optional<Instant> before(HttpServletRequest request) {
        String text = text(request, "before");
        return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    }

    private static void tell(List<ReceivedReport> reports, PrintWriter out) {
        for (ReceivedReport report : reports) {
            out.println(String.join("\t", report.key(), report.received().toString(),
                    report.kind().map(ReportKind::word).orElse("unread"), Printable.word(report.domain()),
                    Printable.word(report.organization()), report.begin().toString(), report.end().toString(),
                    "passed " + report.passed(), "failed " + report.failed(), report.queueId(),
                    Printable.word(report.sender()), Printable.word(report.fault())));
        }
    }

    private void show(String key, HttpServletResponse response) throws IOException {
        for (ReportLine line : received.lines(key)) {
            response.getWriter()
                    .println(String.join("\t", Printable.word(line.source()), Printable.word(line.about()),
                            Long.toString(line.count()), line.passed() ? "passed" : "failed",
                            Printable.word(line.words())));
        }
    }

    private void sources(String domain, PrintWriter out) {
        received.sources(domain)
                .forEach(source -> out.println(
                        Printable.word(source.source()) + "\tpassed " + source.passed() + "\tfailed "
                                + source.failed()));
    }

    private static String words(SentReport report) {
        return String.join("\t", report.kind().word(), report.day().toString(), Printable.word(report.domain()),
                report.state().name().toLowerCase(Locale.ROOT), Integer.toString(report.letters()),
                report.next().toString(), Printable.word(report.words()));
    }

    private static ReportKind kind(HttpServletRequest request) {
        String word = text(request, "kind");
        return word.isEmpty()
                ? ReportKind.DMARC
                : ReportKind.of(word).orElseThrow(() -> new IllegalArgumentException("A kind is dmarc or tls."));
    }

    private static LocalDate day(HttpServletRequest request, LocalDate otherwise) {
        String day = text(request, "day");
        return day.isEmpty() ? otherwise : LocalDate.parse(day);
    }

    private static void fault(HttpServletResponse response, String words) throws IOException {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        response.getWriter().println(words);
    }

    private static String text(HttpServletRequest request, String name) {
        return LocalCaller.parameter(request, name);
    }
}

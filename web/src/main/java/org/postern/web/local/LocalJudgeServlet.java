package org.postern.web.local;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.postern.admin.people.LocalToken;
import org.postern.admin.trust.DryRun;
import org.postern.admin.trust.JudgedMessage;
import org.postern.admin.trust.RunDraft;
import org.postern.assessment.Assessment;
import org.postern.assessment.Symbol;
import org.postern.auth.MethodResult;
import org.postern.limit.BusyException;
import org.postern.receiver.Reason;
import org.postern.smtp.Reply;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code ./postern judge} asks for: who would send stands in the query, and the message is the body, as it is; or the {@code key} of one that
 * waits. Answers as {@link LocalUsersServlet} does, a line of tab-separated words for each thing that was found.
 */
@WebServlet("/local/judge")
public class LocalJudgeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient LocalToken token;
    @Inject
    private transient DryRun run;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!LocalCaller.admitted(token, request, response)) {
            return;
        }
        try {
            Optional<JudgedMessage> judged = judged(request);
            if (judged.isPresent()) {
                tell(judged.get(), response.getWriter());
            } else {
                fault(response, "No such message waits.");
            }
        } catch (IllegalArgumentException | BusyException wrong) {
            fault(response, String.valueOf(wrong.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            fault(response, "The gateway is going down.");
        }
    }

    private Optional<JudgedMessage> judged(HttpServletRequest request) throws IOException, InterruptedException {
        Form form = Form.of(request);
        RunDraft draft = new RunDraft(form.word("client"), form.word("helo"), form.word("from"), form.all("to"),
                form.word("scanners").equals("yes"));
        return form.has("key")
                ? run.judgeWaiting(form.word("key"), draft)
                : Optional.of(run.judge(draft, request.getInputStream()));
    }

    private static void tell(JudgedMessage judged, PrintWriter out) {
        Assessment found = judged.found();
        Reason reason = found.reason();
        line(out, "verdict", found.verdict().name().toLowerCase(Locale.ROOT),
                reason.equals(Reason.NONE) ? "" : reason.toString());
        line(out, "score", number(found.score()));
        judged.refusal().map(Reply::toString).ifPresent(reply -> line(out, "reply", reply));
        for (Symbol symbol : found.symbols()) {
            line(out, "symbol", symbol.name(), number(symbol.weight()), symbol.evidence());
        }
        for (MethodResult result : found.authentication()) {
            line(out, "result", result.method() + "=" + result.result().name().toLowerCase(Locale.ROOT),
                    result.reason().orElse(""));
        }
        judged.notes().forEach(note -> line(out, "note", note));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceFirst("\\.?0+$", "");
    }

    private static void line(PrintWriter out, String... words) {
        out.println(Stream.of(words).map(Printable::word).collect(Collectors.joining("\t")));
    }

    private static void fault(HttpServletResponse response, String text) throws IOException {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        response.getWriter().println(Printable.lines(text));
    }
}

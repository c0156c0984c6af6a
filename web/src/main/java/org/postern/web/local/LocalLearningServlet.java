package org.postern.web.local;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.postern.admin.learn.LearningDesk;
import org.postern.admin.learn.LearningView;
import org.postern.admin.people.LocalToken;
import org.postern.content.learn.Label;
import org.postern.content.teach.ModelStore;
import org.postern.content.teach.SampleStore;

import java.io.IOException;
import java.io.PrintWriter;

/**
 * What {@code ./postern learn} asks for: {@code action}, {@code by} and the rest stand in the query, and a message that is taught or forgotten is the
 * body, as it is. Answers as {@link LocalUsersServlet} does.
 */
@WebServlet("/local/learning")
public class LocalLearningServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient LocalToken token;
    @Inject
    private transient LearningDesk desk;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!LocalCaller.admitted(token, request, response)) {
            return;
        }
        String by = text(request, "by").isEmpty() ? "local" : text(request, "by");
        PrintWriter out = response.getWriter();
        switch (text(request, "action")) {
            case "ham" -> teach(Label.HAM, by, request, response);
            case "spam" -> teach(Label.SPAM, by, request, response);
            case "forget" -> forget(request, response);
            case "use" -> use(text(request, "version"), response);
            case "status" -> tell(desk.look(), out);
            default -> fault(response, "No such action.");
        }
    }

    private void teach(Label label, String by, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        LearningDesk.Taught taught = text(request, "key").isEmpty()
                ? desk.importOne(label, request.getInputStream(), by)
                : desk.teach(label, text(request, "key"), by);
        if (taught != LearningDesk.Taught.KEPT) {
            fault(response, "The message " + taught.words() + ".");
        }
    }

    private void forget(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String teacher = text(request, "teacher");
        if (!teacher.isEmpty()) {
            response.getWriter().println(desk.forgetAllOf(teacher));
        } else if (!desk.forget(request.getInputStream())) {
            fault(response, "The message was not taught.");
        }
    }

    private void use(String version, HttpServletResponse response) throws IOException {
        if (!version.matches("[0-9]{1,18}") || !desk.use(Long.parseLong(version))) {
            fault(response, "There is no such version (./postern learn status).");
        }
    }

    private static void tell(LearningView view, PrintWriter out) {
        out.println("samples\tham " + view.ham() + "\tspam " + view.spam());
        for (SampleStore.Teacher teacher : view.teachers()) {
            out.println("teacher\t" + Printable.word(teacher.name()) + "\t" + teacher.samples());
        }
        ModelStore.State state = view.state();
        out.println("learnt\t" + (state.learnt() == state.taught() ? "all" : "not yet all"));
        for (ModelStore.Line line : view.versions()) {
            out.println(String.join("\t", "version", Long.toString(line.number()),
                    line.number() == state.active() ? "active" : line.number() == state.doubted() ? "doubted" : "",
                    line.made().toString(), "ham " + line.ham(), "spam " + line.spam(),
                    "false positives " + line.falsePositives(), "area " + line.area()));
        }
        out.println("here\t" + view.here() + (view.isTooFew() ? "\ttoo little was taught" : ""));
    }

    private static void fault(HttpServletResponse response, String words) throws IOException {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        response.getWriter().println(words);
    }

    private static String text(HttpServletRequest request, String name) {
        return LocalCaller.parameter(request, name);
    }
}

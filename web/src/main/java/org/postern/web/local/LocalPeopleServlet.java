package org.postern.web.local;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.postern.admin.people.LocalToken;
import org.postern.admin.people.People;
import org.postern.admin.people.Person;
import org.postern.web.door.Choose;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Set;

/** What {@code ./postern admin} asks for. Answers as {@link LocalUsersServlet} does. */
@WebServlet("/local/people")
public class LocalPeopleServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Set<String> NAMES = Set.of("action", "name", "by");

    @Inject
    private transient LocalToken token;
    @Inject
    private transient People people;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!LocalCaller.admitted(token, request, response)) {
            return;
        }
        try {
            answer(Form.of(request).of(NAMES, Set.of(), Set.of()), response.getWriter());
        } catch (IllegalArgumentException wrong) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            response.getWriter().println(Printable.lines(String.valueOf(wrong.getMessage())));
        }
    }

    private void answer(Form form, PrintWriter out) {
        switch (form.word("action")) {
            case "list" -> people.all().forEach(person -> out.println(line(person)));
            case "reset" -> out.println(Choose.PATH + "?token=" + people.reset(form.word("name")));
            default -> throw new IllegalArgumentException("No such action.");
        }
    }

    private static String line(Person person) {
        return String.join("\t", person.name(), person.role().word(), person.settled() ? "" : "no password yet",
                person.changed().toString());
    }
}

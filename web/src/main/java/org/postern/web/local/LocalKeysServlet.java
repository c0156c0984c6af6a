package org.postern.web.local;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.postern.admin.domains.DomainRecord;
import org.postern.admin.domains.KeyDesk;
import org.postern.admin.domains.KeyView;
import org.postern.admin.people.LocalToken;
import org.postern.signing.KeyState;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What {@code ./postern dkim} asks for. Answers as {@link LocalUsersServlet} does, a line of tab-separated words for each key. */
@WebServlet("/local/dkim")
public class LocalKeysServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Set<String> NAMES = Set.of("action", "domain", "selector", "now", "by");

    @Inject
    private transient LocalToken token;
    @Inject
    private transient KeyDesk keys;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!LocalCaller.admitted(token, request, response)) {
            return;
        }
        Optional<String> fault;
        try {
            fault = answer(Form.of(request).of(NAMES, Set.of(), Set.of()), response.getWriter());
        } catch (IllegalArgumentException wrong) {
            fault = Optional.of(String.valueOf(wrong.getMessage()));
        }
        if (fault.isPresent()) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            response.getWriter().println(Printable.lines(fault.get()));
        }
    }

    private Optional<String> answer(Form form, PrintWriter out) {
        String by = form.given("by").orElse("local");
        String domain = form.word("domain");
        String selector = form.word("selector");
        return switch (form.word("action")) {
            case "list" -> {
                list(domain.isEmpty() ? keys.all() : keys.of(domain), out);
                yield Optional.empty();
            }
            case "make" -> {
                Optional<String> fault = keys.make(domain, by);
                if (fault.isEmpty()) {
                    list(keys.of(domain), out);
                }
                yield fault;
            }
            case "switch" -> keys.switchOver(domain, by);
            case "retire" -> keys.retire(domain, selector, form.word("now").equals("yes"), by);
            case "forget" -> keys.forget(domain, selector);
            default -> Optional.of("No such action.");
        };
    }

    private static void list(List<KeyView> views, PrintWriter out) {
        views.forEach(view -> out.println(line(view)));
    }

    private static String line(KeyView view) {
        return String.join("\t", view.domain(), view.selector(), view.algorithm(), word(view.state()),
                view.since().toString(), Printable.word(view.by()), words(view.dns()));
    }

    private static String word(KeyState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** {@return name, type, value, how it stands, what was found} */
    static String words(DomainRecord line) {
        return String.join("\t", line.name(), line.type(), line.value(),
                line.now().state().name().toLowerCase(Locale.ROOT), Printable.word(line.now().found()));
    }
}

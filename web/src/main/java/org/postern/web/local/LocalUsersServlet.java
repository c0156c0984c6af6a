package org.postern.web.local;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.postern.admin.people.LocalToken;
import org.postern.admin.people.MailAccount;
import org.postern.admin.people.MailAccounts;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What {@code ./postern user} asks for. Answers only this machine, and only who can read the token in the data folder. 200 when it is
 * done, 409 with what was wrong, 404 to everybody else.
 */
@WebServlet("/local/users")
public class LocalUsersServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 500;
    private static final String SCHEME = "Bearer ";

    @Inject
    private transient LocalToken token;
    @Inject
    private transient MailAccounts accounts;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isAllowed(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        request.setCharacterEncoding("UTF-8");
        response.setContentType("text/plain");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        if ("list".equals(parameter(request, "action"))) {
            list(response);
            return;
        }
        Optional<String> fault = act(request);
        if (fault.isPresent()) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            response.getWriter().println(fault.get());
        }
    }

    private boolean isAllowed(HttpServletRequest request) {
        String given = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
        return request.getRemoteAddr().equals(request.getLocalAddr()) && given.startsWith(SCHEME)
                && token.matches(given.substring(SCHEME.length()));
    }

    private Optional<String> act(HttpServletRequest request) {
        String name = parameter(request, "name");
        return switch (parameter(request, "action")) {
            case "add" -> accounts.add(name, parameter(request, "password"), senders(request));
            case "password" -> accounts.changePassword(name, parameter(request, "password"));
            case "senders" -> accounts.sendAs(name, senders(request));
            case "enable" -> accounts.enable(name, true);
            case "disable" -> accounts.enable(name, false);
            case "delete" -> accounts.delete(name);
            default -> Optional.of("There is no such action.");
        };
    }

    private void list(HttpServletResponse response) throws IOException {
        List<MailAccount> page = accounts.after("", PAGE);
        while (!page.isEmpty()) {
            for (MailAccount account : page) {
                response.getWriter()
                        .println(account.name() + (account.enabled() ? "" : " (disabled)") + " "
                                + String.join(",", account.senders()));
            }
            page = accounts.after(page.getLast().name(), PAGE);
        }
    }

    private static List<String> senders(HttpServletRequest request) {
        return Arrays.stream(parameter(request, "senders").split(",", -1))
                .map(String::strip)
                .filter(sender -> !sender.isEmpty())
                .toList();
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}

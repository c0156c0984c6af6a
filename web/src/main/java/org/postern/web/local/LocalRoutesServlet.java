package org.postern.web.local;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.postern.admin.people.LocalToken;
import org.postern.admin.routes.AliasDesk;
import org.postern.admin.routes.RouteDesk;
import org.postern.admin.routes.RouteDraft;
import org.postern.routing.StoredAlias;
import org.postern.routing.StoredRoute;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** What {@code ./postern route} asks for. Answers as {@link LocalUsersServlet} does, a line of tab-separated words for each route. */
@WebServlet("/local/routes")
public class LocalRoutesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 1000;

    @Inject
    private transient LocalToken token;
    @Inject
    private transient RouteDesk routes;
    @Inject
    private transient AliasDesk aliases;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!LocalCaller.admitted(token, request, response)) {
            return;
        }
        try {
            Optional<String> fault = answer(request, response.getWriter());
            if (fault.isPresent()) {
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                response.getWriter().println(fault.get());
            }
        } catch (NumberFormatException wrong) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            response.getWriter().println("An id is a number.");
        }
    }

    private Optional<String> answer(HttpServletRequest request, PrintWriter out) {
        String by = text(request, "by").isEmpty() ? "local" : text(request, "by");
        return switch (text(request, "action")) {
            case "list" -> {
                routes.all().forEach(route -> out.println(line(route)));
                routes.ofFile().forEach(out::println);
                yield Optional.empty();
            }
            case "add" -> routes.add(draft(request), by);
            case "change" -> routes.change(id(request, "id"), draft(request), by);
            case "enable" -> routes.enable(id(request, "id"), true, by);
            case "disable" -> routes.enable(id(request, "id"), false, by);
            case "move" -> routes.moveBefore(id(request, "id"), id(request, "before"));
            case "delete" -> routes.delete(id(request, "id"));
            case "where" -> {
                routes.forecast(text(request, "from"), text(request, "to"), text(request, "listener"))
                        .forEach(out::println);
                yield Optional.empty();
            }
            default -> ofAliases(request, out, by);
        };
    }

    private Optional<String> ofAliases(HttpServletRequest request, PrintWriter out, String by) {
        return switch (text(request, "action")) {
            case "aliases" -> {
                aliases.after(text(request, "after"), PAGE).forEach(alias -> out.println(line(alias)));
                yield Optional.empty();
            }
            case "alias" -> aliases.put(text(request, "address"), List.of(text(request, "members").split(",", -1)),
                    text(request, "owner"), true, text(request, "remark"), by);
            case "unalias" -> aliases.delete(text(request, "address"));
            default -> Optional.of("No such action.");
        };
    }

    private static RouteDraft draft(HttpServletRequest request) {
        return new RouteDraft(true, text(request, "recipient"), text(request, "sender"), text(request, "listener"),
                text(request, "to"), text(request, "closed").equals("true"), text(request, "remark"));
    }

    private static long id(HttpServletRequest request, String name) {
        return Long.parseLong(text(request, name));
    }

    private static String text(HttpServletRequest request, String name) {
        return LocalCaller.parameter(request, name);
    }

    private static String line(StoredRoute route) {
        return String.join("\t", Long.toString(route.id()), route.enabled() ? "on" : "off", route.recipient(),
                route.sender().orElse(""), route.listener().orElse(""), route.target(), route.closed() ? "closed" : "",
                route.remark());
    }

    private static String line(StoredAlias alias) {
        return String.join("\t", alias.address(), alias.enabled() ? "on" : "off", alias.owner().orElse(""),
                String.join(",", alias.members()), alias.remark());
    }
}

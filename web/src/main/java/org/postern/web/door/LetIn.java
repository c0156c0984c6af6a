package org.postern.web.door;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.ServletException;
import org.postern.admin.access.Caller;
import org.postern.admin.access.NotAllowedException;
import org.postern.admin.access.Role;
import org.postern.admin.people.Entrance;
import org.postern.limit.BusyException;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lets in who has logged in, and leads all others to the login. The services know from here whom they act for.
 */
public class LetIn extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String DONE = LetIn.class.getName() + ".done";
    private static final String OF = LetIn.class.getName() + ".of";
    /** Which has a door of its own. */
    private static final String API = "/api/";
    private static final String RESOURCES = "/jakarta.faces.resource/";
    private static final Set<String> OPEN = Set.of("/ready", "/.well-known/mta-sts.txt", "/digest/release",
            "/digest/allow", "/digest/page.css", Login.PATH, Setup.PATH, Choose.PATH, Expired.PATH,
            OpenId.PATH, OpenId.ANSWER);

    @Inject
    private transient Entrance entrance;

    /** To be told of what a person has done by a script of an open page, as against what the page does by itself. */
    public static void isDone(HttpServletRequest request) {
        request.setAttribute(DONE, true);
    }

    /** {@return whether a page asks for a part of itself by script} */
    public static boolean isPartial(HttpServletRequest request) {
        return "partial/ajax".equals(request.getHeader("Faces-Request"));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.setCharacterEncoding("UTF-8");
        String path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        if (OPEN.contains(path)
                || ((path.startsWith(API) || path.startsWith(RESOURCES)) && !path.contains(".."))) {
            chain.doFilter(request, response);
        } else {
            person(request, response, chain, path);
        }
    }

    private void person(HttpServletRequest request, HttpServletResponse response, FilterChain chain, String path)
            throws IOException, ServletException {
        Optional<String> secret = SessionCookie.of(request);
        Optional<Caller> caller;
        try {
            caller = secret.flatMap(entrance::caller);
        } catch (RuntimeException databaseIsAway) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        if (caller.isEmpty()) {
            leadToLogin(request, response, path);
            return;
        }
        keepApart(request, caller.get());
        try {
            go(caller.get(), new Known(request, caller.get()), response, chain);
        } catch (ServletException | RuntimeException e) {
            if (response.isCommitted()) {
                throw e;
            }
            if (isOrComesOf(e, NotAllowedException.class)) {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
            } else if (isOrComesOf(e, BusyException.class)) {
                response.setHeader("Retry-After", "1");
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            } else {
                throw e;
            }
        }
        boolean done = !isPartial(request) || Optional.ofNullable(request.getAttribute(DONE)).isPresent();
        if (done) {
            secret.ifPresent(entrance::saw);
        }
    }

    private static boolean isOrComesOf(Throwable thrown, Class<?> fault) {
        return Stream.iterate(Optional.of(thrown), Optional::isPresent, cause -> cause.map(Throwable::getCause))
                .flatMap(Optional::stream)
                .anyMatch(fault::isInstance);
    }

    /** What pages have in mind of one person is not for the next at the same browser. */
    private static void keepApart(HttpServletRequest request, Caller caller) {
        Optional<HttpSession> session = Optional.ofNullable(request.getSession(false));
        Optional<Object> of = session.map(one -> one.getAttribute(OF));
        if (session.isPresent() && of.isEmpty()) {
            session.get().setAttribute(OF, caller.name());
        } else if (of.filter(name -> !name.equals(caller.name())).isPresent()) {
            session.ifPresent(HttpSession::invalidate);
        }
    }

    /** Has a request answered for this caller. */
    public static void go(Caller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            caller.does(() -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static void leadToLogin(HttpServletRequest request, HttpServletResponse response, String path)
            throws IOException {
        String login = request.getContextPath() + Login.PATH;
        if (isPartial(request)) {
            PlainPage.leave(response, login);
        } else if (request.getMethod().equals("GET") && !path.equals("/")) {
            String query = request.getQueryString();
            String wanted = query == null ? path : path + "?" + query;
            response.sendRedirect(login + "?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
        } else {
            response.sendRedirect(login);
        }
    }

    /** A request of somebody who was let in. */
    private static final class Known extends HttpServletRequestWrapper {
        private final Caller caller;

        Known(HttpServletRequest request, Caller caller) {
            super(request);
            this.caller = caller;
        }

        @Override
        public String getRemoteUser() {
            return caller.name();
        }

        @Override
        public Principal getUserPrincipal() {
            return caller::name;
        }

        @Override
        public boolean isUserInRole(String role) {
            return Role.of(role).filter(caller.role()::covers).isPresent();
        }
    }
}

package org.postern.web.api;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.postern.admin.access.Caller;
import org.postern.admin.people.LocalToken;
import org.postern.admin.programs.TokenEntrance;
import org.postern.web.door.LetIn;
import org.postern.web.door.Proxied;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Lets in who has a token (RFC 6750), and from this machine who has the local one; everybody else hears 401, wherever below {@code /api} they ask. A
 * session of the console lets nobody in here, so that no page of others can act by a browser.
 */
public class ApiDoor extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String SCHEME = "Bearer ";
    private static final String BY = "Postern-Account";

    @Inject
    private transient TokenEntrance tokens;
    @Inject
    private transient LocalToken local;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        Caller caller;
        try {
            caller = caller(request);
            onlyWhatThereIs(request);
        } catch (ProblemException refused) {
            tell(refused, response);
            return;
        } catch (RuntimeException storeIsAway) {
            tell(ProblemException.later(ProblemKind.UNAVAILABLE, "Whose token this is cannot be looked up now.", 10),
                    response);
            return;
        }
        LetIn.go(caller, request, response, chain);
    }

    private Caller caller(HttpServletRequest request) {
        List<String> given = Collections.list(request.getHeaders("Authorization"));
        if (given.size() != 1 || !given.getFirst().startsWith(SCHEME)) {
            throw ProblemException.of(ProblemKind.NOT_AUTHORIZED, "Send Authorization: Bearer and a token.");
        }
        String secret = given.getFirst().substring(SCHEME.length());
        if (Proxied.isFromHere(request) && local.matches(secret)) {
            return Caller.local(Objects.requireNonNullElse(request.getHeader(BY), ""));
        }
        return tokens.caller(secret).orElseThrow(() -> refused(request));
    }

    private ProblemException refused(HttpServletRequest request) {
        Optional<Duration> wait = tokens.failed(Proxied.whence(request));
        return wait
                .map(time -> ProblemException.later(ProblemKind.TOO_MANY, "Too many wrong tokens.",
                        (int) time.plusSeconds(1).toSeconds()))
                .orElseGet(() -> ProblemException.of(ProblemKind.NOT_AUTHORIZED,
                        "The token is not known, has ended, or its time is over."));
    }

    private static void onlyWhatThereIs(HttpServletRequest request) {
        if (!request.getServletPath().startsWith(Api.PATH)) {
            throw ProblemException.of(ProblemKind.NOT_FOUND, "There is " + Api.PATH + " alone.");
        }
        long most = most(request);
        if (request.getContentLengthLong() > most) {
            throw Bodies.tooLarge(most);
        }
    }

    private static long most(HttpServletRequest request) {
        if (request.getRequestURI().startsWith(request.getContextPath() + Api.PATH + Api.FILES)) {
            return TomlText.LARGEST;
        }
        return Mail.TYPE.equals(request.getContentType()) ? Mail.LARGEST : Bodies.LARGEST;
    }

    private static void tell(ProblemException told, HttpServletResponse response) throws IOException {
        Problem problem = told.problem();
        response.setStatus(problem.status());
        response.setContentType(Problem.JSON);
        response.setCharacterEncoding("UTF-8");
        if (problem.status() == ProblemKind.NOT_AUTHORIZED.status()) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"Postern\"");
        }
        if (told.retrySeconds() > 0) {
            response.setIntHeader("Retry-After", told.retrySeconds());
        }
        response.getWriter().write(Written.text(problem));
    }
}

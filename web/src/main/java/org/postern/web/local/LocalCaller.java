package org.postern.web.local;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.postern.admin.people.LocalToken;

import java.io.IOException;
import java.util.Optional;

/** Whoever calls from this machine and can read the token in the data folder. */
final class LocalCaller {
    private static final String SCHEME = "Bearer ";

    private LocalCaller() {}

    /** {@return whether the request may go on; if not, it was answered: 404} */
    static boolean admitted(LocalToken token, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String given = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
        if (!request.getRemoteAddr().equals(request.getLocalAddr()) || !given.startsWith(SCHEME)
                || !token.matches(given.substring(SCHEME.length()))) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return false;
        }
        request.setCharacterEncoding("UTF-8");
        response.setContentType("text/plain");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        return true;
    }

    static String parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}

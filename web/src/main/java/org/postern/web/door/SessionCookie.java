package org.postern.web.door;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.util.Optional;
import java.util.stream.Stream;

/** The cookie that lets a browser in: for this host alone, not for scripts, not from other sites' forms, and by TLS alone if it came by TLS. */
public final class SessionCookie {
    private static final String NAME = "POSTERN";

    private SessionCookie() {}

    /** {@return the secret that the browser has sent} */
    public static Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies())
                .stream()
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .findFirst();
    }

    static void give(HttpServletRequest request, HttpServletResponse response, String secret) {
        response.addCookie(cookie(request, secret, -1));
    }

    static void take(HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookie(request, "", 0));
    }

    private static Cookie cookie(HttpServletRequest request, String secret, int seconds) {
        Cookie cookie = new Cookie(NAME, secret);
        cookie.setPath(request.getContextPath() + "/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(seconds);
        return cookie;
    }
}

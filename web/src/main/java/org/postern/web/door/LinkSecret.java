package org.postern.web.door;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The secret of a link that somebody was given. It comes in the address, where histories and logs would keep it, and is moved at once into a cookie that the
 * page alone gets, for a quarter of an hour.
 */
final class LinkSecret {
    private static final String PARAMETER = "token";
    private static final String COOKIE = "POSTERN-LINK";
    private static final int SECONDS = 900;

    private LinkSecret() {}

    /** {@return whether the request has a secret in its address, and was answered: by the same address without it} */
    static boolean isMoved(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        String secret = PlainPage.parameter(request, PARAMETER);
        if (!secret.matches("[A-Za-z0-9_-]{1,100}")) {
            return false;
        }
        response.addCookie(cookie(request, path, secret, SECONDS));
        response.sendRedirect(request.getContextPath() + path);
        return true;
    }

    /** {@return the secret, from the address or the cookie; the empty string if there is none} */
    static String of(HttpServletRequest request) {
        return Optional.of(PlainPage.parameter(request, PARAMETER))
                .filter(secret -> !secret.isEmpty())
                .or(() -> Stream.ofNullable(request.getCookies())
                        .flatMap(Stream::of)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst())
                .orElse("");
    }

    /** It is used up. */
    static void end(HttpServletRequest request, HttpServletResponse response, String path) {
        response.addCookie(cookie(request, path, "", 0));
    }

    private static Cookie cookie(HttpServletRequest request, String path, String secret, int seconds) {
        Cookie cookie = new Cookie(COOKIE, secret);
        cookie.setPath(request.getContextPath() + path);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(seconds);
        return cookie;
    }
}

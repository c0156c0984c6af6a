package org.postern.web.text;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Which language a reader gets: the one that was chosen in this browser, else the one that it asks for. */
public final class LanguageChoice {
    private static final String COOKIE = "POSTERN-LANGUAGE";
    private static final int A_YEAR = 365 * 24 * 60 * 60;

    private LanguageChoice() {}

    /** {@return the language to answer in} */
    public static Language of(HttpServletRequest request) {
        return made(request).orElseGet(
                () -> Language.accepted(Objects.requireNonNullElse(request.getHeader("Accept-Language"), "")));
    }

    /** {@return what was chosen in this browser} */
    public static Optional<Language> made(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .flatMap(cookie -> Language.of(cookie.getValue()).stream())
                .findFirst();
    }

    /** Keeps a choice in the browser for a year; if it is none, the browser decides again. */
    public static void make(HttpServletRequest request, HttpServletResponse response, Optional<Language> language) {
        Cookie cookie = new Cookie(COOKIE, language.map(Language::tag).orElse(""));
        cookie.setPath(request.getContextPath() + "/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(language.isPresent() ? A_YEAR : 0);
        response.addCookie(cookie);
    }
}

package org.postern.web.door;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.postern.admin.openid.Answer;
import org.postern.admin.openid.Attempt;
import org.postern.admin.openid.OpenIdEntrance;
import org.postern.sentence.Sentence;
import org.postern.web.text.Texts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/** The way into the console by an OpenID provider, there and back. What the browser keeps meanwhile is a cookie; the server keeps nothing. */
@WebServlet({OpenId.PATH, OpenId.ANSWER})
public class OpenId extends HttpServlet {
    private static final long serialVersionUID = 1L;
    /** Where it begins. */
    static final String PATH = "/openid";
    /** Where the provider sends people back to. */
    static final String ANSWER = "/openid/answer";
    private static final String COOKIE = "POSTERN-OPENID";
    private static final int SECONDS = 600;
    private static final int LONGEST_PLACE = 500;

    @Inject
    private transient OpenIdEntrance entrance;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (!entrance.isOn()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (request.getServletPath().equals(ANSWER)) {
            enter(request, response);
        } else {
            switch (entrance.begin()) {
                case Answer.There(var address, Attempt attempt) -> {
                    keep(request, response, attempt.secret() + "." + place(request), SECONDS);
                    response.sendRedirect(address.toString());
                }
                case Answer other -> refuse(request, response, other);
            }
        }
    }

    private void enter(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String kept = kept(request);
        keep(request, response, "", 0);
        String[] parts = kept.split("\\.", 2);
        Answer answer = entrance.enter(Optional.of(parts[0]).filter(secret -> !secret.isEmpty()).map(Attempt::new),
                PlainPage.parameter(request, "state"), PlainPage.parameter(request, "code"),
                Proxied.whence(request));
        if (answer instanceof Answer.In(String secret)) {
            SessionCookie.give(request, response, secret);
            response.sendRedirect(request.getContextPath() + PlainPage.within(parts.length > 1 ? text(parts[1]) : ""));
        } else {
            refuse(request, response, answer);
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, Answer answer)
            throws IOException {
        String words = switch (answer) {
            case Answer.Refused(Sentence why) -> Texts.of(request).said(why);
            case Answer.Later(Sentence why) -> Texts.of(request).said(why);
            case Answer.In in -> "";
            case Answer.There there -> "";
        };
        response.setStatus(answer instanceof Answer.Later
                ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
                : HttpServletResponse.SC_FORBIDDEN);
        PlainPage.show(request, response, "door.notLoggedIn",
                PlainPage.fault(words)
                        + PlainPage.link(request, request.getContextPath() + Login.PATH, "door.backToTheLogin"));
    }

    /** {@return the place to go on with, as a cookie takes it} */
    private static String place(HttpServletRequest request) {
        String to = PlainPage.parameter(request, "to");
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((to.length() > LONGEST_PLACE ? "" : to).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String place) {
        try {
            return new String(Base64.getUrlDecoder().decode(place), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException none) {
            return "";
        }
    }

    private static String kept(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .orElse("");
    }

    private static void keep(HttpServletRequest request, HttpServletResponse response, String value, int seconds) {
        Cookie cookie = new Cookie(COOKIE, value);
        cookie.setPath(request.getContextPath() + PATH);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(seconds);
        response.addCookie(cookie);
    }
}

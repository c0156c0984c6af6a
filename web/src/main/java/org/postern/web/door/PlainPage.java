package org.postern.web.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.postern.web.text.Texts;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;

/**
 * A page without scripts and without a session, in the clothes of the rest. Its address is told to nobody; its origin is, since browsers that tell nothing at
 * all post forms from nowhere.
 */
final class PlainPage {
    private PlainPage() {}

    /**
     * Answers with a page.
     *
     * @param title key of its text
     * @param body as HTML has it
     */
    static void show(HttpServletRequest request, HttpServletResponse response, String title, String body)
            throws IOException {
        Texts texts = Texts.of(request);
        String head = escaped(texts.say(title));
        String resources = request.getContextPath() + "/jakarta.faces.resource/";
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Referrer-Policy", "strict-origin");
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src 'self';"
                + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        response.getWriter()
                .print("<!DOCTYPE html>\n<html lang=\"" + texts.language().tag()
                        + "\"><head><meta charset=\"utf-8\"/><title>" + head
                        + " · Postern</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>"
                        + "<meta name=\"color-scheme\" content=\"light dark\"/>"
                        + "<link rel=\"icon\" type=\"image/svg+xml\" href=\"" + resources
                        + "postern.svg.xhtml?ln=postern\"/><link rel=\"stylesheet\" href=\"" + resources
                        + "console.css.xhtml?ln=postern\"/></head><body class=\"plain\"><main class=\"card narrow\">"
                        + "<p class=\"brand\"><img src=\"" + resources
                        + "postern.svg.xhtml?ln=postern\" alt=\"\"/>Postern</p><h1>" + head + "</h1>" + body
                        + "</main></body></html>\n");
    }

    /** {@return a text, as it stands in content or in an attribute} */
    static String words(HttpServletRequest request, String key, Object... values) {
        return escaped(Texts.of(request).say(key, values));
    }

    /** {@return a text in which that stood between backticks which is typed as it is} */
    static String coded(HttpServletRequest request, String key, Object... values) {
        return words(request, key, values).replaceAll("`([^`]*)`", "<code>$1</code>");
    }

    static String paragraph(HttpServletRequest request, String key, Object... values) {
        return "<p>" + coded(request, key, values) + "</p>";
    }

    /** {@return what looks like a button, and leads elsewhere} */
    static String link(HttpServletRequest request, String place, String key) {
        return "<p><a class=\"button\" href=\"" + escaped(place) + "\">" + words(request, key) + "</a></p>";
    }

    /** {@return a list of one fault, as forms show it; nothing if there is none} */
    static String fault(String words) {
        return words.isEmpty()
                ? ""
                : "<ul class=\"faults\" role=\"alert\"><li>" + escaped(words) + "</li></ul>";
    }

    /** {@return a text as it stands in content or in an attribute} */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    /** {@return that there were too many attempts, and when the next is taken} */
    static String tooOften(HttpServletRequest request, Duration pause) {
        return Texts.of(request).say("door.tooManyAttemptsX", pause.plusSeconds(1).toSeconds());
    }

    static String parameter(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    /** {@return a place within the console to go on with, whoever has written it; the first page in place of any other} */
    static String within(String place) {
        boolean ours = place.startsWith("/") && !place.startsWith("//") && place.indexOf('\\') < 0
                && place.indexOf(':') < 0 && place.chars().allMatch(c -> c > ' ' && c < 0x7f)
                && !place.startsWith(Login.PATH) && !place.startsWith("/jakarta");
        return ours ? place : "/messages";
    }

    /** Has the script of an open page go to another one. */
    static void leave(HttpServletResponse response, String place) throws IOException {
        response.setContentType("text/xml");
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write("<?xml version='1.0' encoding='UTF-8'?><partial-response><redirect url=\"" + escaped(place)
                        + "\"></redirect></partial-response>");
    }
}

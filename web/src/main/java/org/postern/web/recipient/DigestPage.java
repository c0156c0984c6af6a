package org.postern.web.recipient;

import org.postern.admin.digest.DigestLinks;
import org.postern.digest.DigestLink;

/** What the page behind a link says. */
final class DigestPage {
    static final String UNKNOWN = page("This link leads nowhere", "<p>It is not complete, or its time is over.</p>");
    static final String TOO_MANY = page("Too many requests", "<p>Try again in a minute.</p>");

    private DigestPage() {}

    /** {@return the question, with one button} */
    static String question(DigestLink link, boolean allow) {
        return page("Release this message?", "<dl class=\"facts\"><div><dt>From</dt><dd><bdi>" + shown(link.author())
                + "</bdi></dd></div><div><dt>Subject</dt><dd><bdi>" + shown(link.subject()) + "</bdi></dd></div></dl>"
                + "<p>It was held because it is suspicious. If you did not expect it, leave it where it is: nothing happens, and it is deleted by itself.</p>"
                + (allow
                        ? "<p>Its sender is allowed to write to you from now on. That counts only for mail that proves to be his.</p>"
                        : "")
                + "<form method=\"post\"><input type=\"submit\" class=\"primary\" value=\""
                + (allow ? "Release it, and allow its sender" : "Release it") + "\"></form>");
    }

    static String of(DigestLinks.Outcome outcome) {
        return switch (outcome) {
            case RELEASED ->
                page("It is on its way", "<p>The message comes to your mailbox within a minute or so.</p>");
            case RELEASED_AND_ALLOWED -> page("It is on its way",
                    "<p>The message comes to your mailbox within a minute or so, and its sender is allowed.</p>");
            case RELEASED_ALONE -> page("It is on its way",
                    "<p>The message comes to your mailbox within a minute or so. Its sender could not be allowed, because it does not name one.</p>");
            case USED -> page("This link was used already", "<p>The message is on its way, or has come long ago.</p>");
            case GONE -> page("The message no longer waits",
                    "<p>Somebody has released or deleted it, or its time was over.</p>");
            case LATER -> page("Not now",
                    "<p>Nothing was done, and the link is still good. Try again in some minutes.</p>");
            case UNKNOWN -> UNKNOWN;
        };
    }

    private static String page(String title, String body) {
        return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title
                + "</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<meta name=\"color-scheme\" content=\"light dark\"><meta name=\"robots\" content=\"noindex\">"
                + "<link rel=\"stylesheet\" href=\"page.css\"></head>"
                + "<body class=\"plain\"><main class=\"card narrow\"><h1>" + title + "</h1>" + body
                + "</main></body></html>\n";
    }

    private static String shown(String text) {
        String harmless = text.replaceAll("[\\p{Cc}\\p{Cf}]", " ");
        return harmless.isBlank()
                ? "(none)"
                : harmless.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}

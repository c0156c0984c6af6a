package org.postern.web.recipient;

import org.postern.admin.digest.DigestLinks;
import org.postern.digest.DigestLink;
import org.postern.web.text.Texts;

/** What the page behind a link says, in the language of whoever follows it. */
record DigestPage(Texts texts) {
    String unknown() {
        return page("thisLinkLeadsNowhere", paragraph("notComplete"));
    }

    String tooMany() {
        return page("tooManyRequests", paragraph("tryAgainInAMinute"));
    }

    /** {@return the question, with one button} */
    String question(DigestLink link, boolean allow) {
        return page("releaseThisMessageQuestion", "<dl class=\"facts\">" + fact("common.from", link.author())
                + fact("common.subject", link.subject()) + "</dl>" + paragraph("itWasHeld")
                + (allow ? paragraph("itsSenderIsAllowed") : "")
                + "<form method=\"post\"><input type=\"submit\" class=\"primary\" value=\""
                + escaped(texts.say(allow ? "digest.releaseAndAllow" : "digest.release")) + "\"></form>");
    }

    String of(DigestLinks.Outcome outcome) {
        return switch (outcome) {
            case RELEASED -> page("itIsOnItsWay", paragraph("comesWithinAMinute"));
            case RELEASED_AND_ALLOWED -> page("itIsOnItsWay", paragraph("comesAndIsAllowed"));
            case RELEASED_ALONE -> page("itIsOnItsWay", paragraph("comesAndIsNotAllowed"));
            case USED -> page("linkWasUsed", paragraph("hasComeLongAgo"));
            case GONE -> page("noLongerWaits", paragraph("somebodyHasReleased"));
            case LATER -> page("notNow", paragraph("linkIsStillGood"));
            case UNKNOWN -> unknown();
        };
    }

    private String fact(String key, String text) {
        String harmless = text.replaceAll("[\\p{Cc}\\p{Cf}]", " ");
        return "<div><dt>" + escaped(texts.say(key)) + "</dt><dd><bdi>"
                + escaped(harmless.isBlank() ? texts.say("common.saysNothing") : harmless) + "</bdi></dd></div>";
    }

    private String paragraph(String key) {
        return "<p>" + escaped(texts.say("digest." + key)) + "</p>";
    }

    private String page(String title, String body) {
        String head = escaped(texts.say("digest." + title));
        return "<!DOCTYPE html>\n<html lang=\"" + texts.language().tag() + "\"><head><meta charset=\"utf-8\"><title>"
                + head
                + "</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<meta name=\"color-scheme\" content=\"light dark\"><meta name=\"robots\" content=\"noindex\">"
                + "<link rel=\"stylesheet\" href=\"page.css\"></head>"
                + "<body class=\"plain\"><main class=\"card narrow\"><h1>" + head + "</h1>" + body
                + "</main></body></html>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}

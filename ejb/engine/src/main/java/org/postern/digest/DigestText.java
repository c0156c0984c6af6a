package org.postern.digest;

import org.postern.mail.Domain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A digest in words, as plain text and as HTML. What strangers wrote is shown so that it leads nowhere: no character steers what stands around it, and no program
 * makes a link of it.
 */
public record DigestText(Digest digest, Domain gateway) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** {@return the subject of the letter} */
    public String subject() {
        return digest.all() == 1 ? "One message in quarantine" : digest.all() + " messages in quarantine";
    }

    /** {@return the letter as plain text, lines divided by CRLF} */
    public String plain() {
        StringBuilder text = new StringBuilder(head()).append("\n\n");
        for (Digest.Line line : digest.lines()) {
            text.append("From:    ").append(shown(line.author())).append('\n');
            text.append("Subject: ").append(shown(line.subject())).append('\n');
            text.append("Since:   ").append(time(line.since())).append('\n');
            text.append("To get it:\n  ").append(digest.release(line)).append('\n');
            text.append("To get it, and allow its sender from now on:\n  ").append(digest.allow(line)).append("\n\n");
        }
        if (digest.more() > 0) {
            text.append(more()).append("\n\n");
        }
        return text.append(foot()).append('\n').toString().replace("\n", "\r\n");
    }

    /** {@return the letter as HTML} */
    public String html() {
        StringBuilder html = new StringBuilder(
                "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(subject())
                .append("</title></head>\n<body style=\"font-family: sans-serif\">\n<p>")
                .append(escaped(head()))
                .append("</p>\n");
        for (Digest.Line line : digest.lines()) {
            html.append("<p><b><bdi>").append(escaped(shown(line.subject()))).append("</bdi></b><br>\n");
            html.append("from <bdi>").append(escaped(shown(line.author()))).append("</bdi>, ");
            html.append(time(line.since())).append("<br>\n");
            html.append("<a href=\"").append(escaped(digest.release(line))).append("\">Get it</a> &nbsp; ");
            html.append("<a href=\"").append(escaped(digest.allow(line)));
            html.append("\">Get it, and allow its sender</a></p>\n");
        }
        if (digest.more() > 0) {
            html.append("<p>").append(escaped(more())).append("</p>\n");
        }
        return html.append("<p><small>").append(escaped(foot())).append("</small></p>\n</body></html>\n").toString();
    }

    private String head() {
        return "What came for " + digest.to() + " and waits in quarantine at " + gateway
                + ". What you do not want needs nothing: it is deleted by itself.";
    }

    private String more() {
        return digest.more() == 1
                ? "One message more is there; ask the postmaster for it."
                : digest.more() + " messages more are there; ask the postmaster for them.";
    }

    private String foot() {
        return "Each link opens a page with one button, and works once, until " + time(digest.expires())
                + ". An allowed sender counts only for mail that proves to be his.";
    }

    private static String time(Instant time) {
        return TIME.format(time);
    }

    private static String shown(String text) {
        String harmless = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", " ")
                .replace("://", "[:]//")
                .replaceAll("(?i)www\\.", "www[.]");
        return harmless.isBlank() ? "(none)" : harmless;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}

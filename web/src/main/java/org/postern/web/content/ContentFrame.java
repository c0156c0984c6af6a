package org.postern.web.content;

import org.postern.content.preview.SafeHtml;
import org.postern.web.text.Texts;

/** What stands in the frame. */
final class ContentFrame {
    private ContentFrame() {}

    /** {@return the page; that of HTML is light, as those who write it take for granted} */
    static String of(SafeHtml text, boolean html, Texts texts) {
        return page(texts, html ? "light" : "light dark",
                (text.html().isEmpty() ? paragraph(texts.say("content.thereIsNone")) : text.html())
                        + (text.cut() ? "<p><strong>" + texts.say("content.theRestIsNotShown") + "</strong></p>" : ""));
    }

    /** {@return what stands in place of a text that is gone} */
    static String gone(Texts texts) {
        return page(texts, "light dark", paragraph(texts.say("content.itNoLongerWaitsAndIts")));
    }

    private static String paragraph(String words) {
        return "<p>" + words + "</p>";
    }

    private static String page(Texts texts, String scheme, String body) {
        return """
                <!DOCTYPE html>
                <html lang="%s"><head><meta charset="UTF-8"><title>%s</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <style>
                :root { color-scheme: %s; }
                body { margin: 1rem; font: 15px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
                pre { margin: 0; white-space: pre-wrap; font: .92rem/1.45 ui-monospace, monospace; }
                a { text-decoration: underline dotted; }
                img { max-width: 100%%; height: auto; }
                table { max-width: 100%%; }
                </style></head><body>
                """.formatted(texts.language().tag(), texts.say("common.content"), scheme) + body + "</body></html>\n";
    }
}

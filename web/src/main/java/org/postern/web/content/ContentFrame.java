package org.postern.web.content;

import org.postern.content.preview.SafeHtml;

/** What stands in the frame. */
final class ContentFrame {
    /** In place of a text that is gone. */
    static final String GONE = page("light dark", "<p>It no longer waits, and its content is gone.</p>");
    private static final String CUT = "<p><strong>The rest is not shown.</strong></p>";
    private static final String NONE = "<p>There is none.</p>";

    private ContentFrame() {}

    /** {@return the page; that of HTML is light, as those who write it take for granted} */
    static String of(SafeHtml text, boolean html) {
        return page(html ? "light" : "light dark",
                (text.html().isEmpty() ? NONE : text.html()) + (text.cut() ? CUT : ""));
    }

    private static String page(String scheme, String body) {
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="UTF-8"><title>Content</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <style>
                :root { color-scheme: %s; }
                body { margin: 1rem; font: 15px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
                pre { margin: 0; white-space: pre-wrap; font: .92rem/1.45 ui-monospace, monospace; }
                a { text-decoration: underline dotted; }
                img { max-width: 100%%; height: auto; }
                table { max-width: 100%%; }
                </style></head><body>
                """.formatted(scheme) + body + "</body></html>\n";
    }
}

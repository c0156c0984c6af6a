package org.postern.content;

import java.util.Locale;

/**
 * Finds tags, attributes and visible text in HTML, in one pass and without a tree: what is no HTML is text. Comments, scripts and styles are not
 * visible.
 */
public final class Html {
    private static final int LONGEST_NAME = 30;
    private static final int LONGEST_VALUE = 1000;

    private final String html;
    private final Visitor visitor;
    private final StringBuilder text = new StringBuilder();
    private int at;

    /** Told what is found. Names are in lower case, and at most {@value #LONGEST_NAME} characters long. */
    public interface Visitor {
        void tag(String name);

        /** @param value without its quotes, at most {@value #LONGEST_VALUE} characters */
        void attribute(String tag, String name, String value);
    }

    private Html(String html, Visitor visitor) {
        this.html = html;
        this.visitor = visitor;
    }

    /** {@return the visible text; a space stands for each tag that may part words} */
    public static String read(String html, Visitor visitor) {
        return new Html(html, visitor).all();
    }

    private String all() {
        while (at < html.length()) {
            int open = html.indexOf('<', at);
            if (open < 0 || open == html.length() - 1) {
                break;
            }
            visible(open);
            at = open;
            char next = html.charAt(open + 1);
            if (html.startsWith("<!--", open)) {
                comment(open);
            } else if (isLetter(next)) {
                tag();
            } else if (next == '/' || next == '!' || next == '?') {
                closing();
            } else {
                text.append('<');
                at = open + 1;
            }
        }
        visible(html.length());
        return text.toString();
    }

    /** Ends as readers end it: {@code <!-->} and {@code <!--->} are whole, and {@code --!>} is an end, too. */
    private void comment(int open) {
        int dashes = html.indexOf("--", open + 2);
        while (dashes >= 0 && !html.startsWith(">", dashes + 2) && !html.startsWith("!>", dashes + 2)) {
            dashes = html.indexOf("--", dashes + 1);
        }
        at = dashes < 0 ? html.length() : html.indexOf('>', dashes) + 1;
    }

    private void skipToEndOf(String name) {
        int end = html.indexOf("</", at);
        while (end >= 0 && !html.regionMatches(true, end + 2, name, 0, name.length())) {
            end = html.indexOf("</", end + 2);
        }
        at = end < 0 ? html.length() : end;
    }

    private void skipBehind(String end, int from) {
        int found = html.indexOf(end, from);
        at = found < 0 ? html.length() : found + end.length();
    }

    private void closing() {
        boolean end = html.charAt(at + 1) == '/';
        at += 2;
        String name = end ? name() : "";
        skipBehind(">", at);
        text.append(isInline(name) ? "" : " ");
    }

    private void tag() {
        at++;
        String name = name();
        visitor.tag(name);
        while (at < html.length() && html.charAt(at) != '>') {
            int before = at;
            attribute(name);
            if (at == before) {
                at++;
            }
        }
        at = Math.min(at + 1, html.length());
        text.append(isInline(name) ? "" : " ");
        if (name.equals("script") || name.equals("style")) {
            skipToEndOf(name);
        }
    }

    private static boolean isInline(String name) {
        return switch (name) {
            case "b", "i", "u", "em", "strong", "font", "span", "a" -> true;
            default -> false;
        };
    }

    private void attribute(String tag) {
        skipSpace();
        String name = name();
        if (name.isEmpty()) {
            return;
        }
        skipSpace();
        String value = "";
        if (at < html.length() && html.charAt(at) == '=') {
            at++;
            skipSpace();
            value = value();
        }
        visitor.attribute(tag, name, value);
    }

    private String name() {
        int start = at;
        while (at < html.length() && isOfName(html.charAt(at))) {
            at++;
        }
        return html.substring(start, Math.min(at, start + LONGEST_NAME)).toLowerCase(Locale.ROOT);
    }

    private String value() {
        char quote = at < html.length() ? html.charAt(at) : ' ';
        int start = at;
        if (quote == '"' || quote == '\'') {
            start++;
            int end = html.indexOf(quote, start);
            at = end < 0 ? html.length() : end + 1;
            return bounded(start, end < 0 ? html.length() : end);
        }
        while (at < html.length() && html.charAt(at) > ' ' && html.charAt(at) != '>') {
            at++;
        }
        return bounded(start, at);
    }

    private String bounded(int start, int end) {
        return Entities.decode(html, start, Math.min(end, start + LONGEST_VALUE));
    }

    private void visible(int end) {
        text.append(Entities.decode(html, at, end));
        at = end;
    }

    private void skipSpace() {
        while (at < html.length() && html.charAt(at) <= ' ') {
            at++;
        }
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isOfName(char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == ':' || c == '_';
    }
}

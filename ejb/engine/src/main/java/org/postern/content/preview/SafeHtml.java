package org.postern.content.preview;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

import java.util.Iterator;
import java.util.regex.Pattern;

/**
 * HTML of strangers, made harmless: structure, text and small pictures that it brings with it. Styles, scripts, forms and whatever a browser would
 * fetch are left out; a link is no link any more, and says where it had led. Time and memory grow with {@link #MOST_ELEMENTS} and not with what
 * repairs of broken HTML make of a short text.
 *
 * @param html the content of a body, safe in any page
 * @param cut whether there were more elements
 */
public record SafeHtml(String html, boolean cut) {
    /** Elements that are looked at. */
    static final int MOST_ELEMENTS = 20_000;
    private static final int DEEPEST = 200;
    private static final int LONGEST_PLACE = 80;
    private static final Pattern PICTURE = Pattern
            .compile("(?i)data:image/(?:png|gif|jpe?g|webp);base64,[a-z0-9+/=\\s]*");
    private static final Pattern PLACE = Pattern.compile("(?i)\\s*(?:https?:[/\\\\]*)?([^/\\\\?#\\s]{1,1000}).*",
            Pattern.DOTALL);
    private static final Safelist KEPT = new Safelist()
            .addTags("a", "abbr", "b", "big", "blockquote", "br", "caption", "center", "cite", "code", "col",
                    "colgroup",
                    "dd", "del", "div", "dl", "dt", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img",
                    "ins", "li", "ol", "p", "pre", "q", "s", "small", "span", "strike", "strong", "sub", "sup", "table",
                    "tbody", "td", "tfoot", "th", "thead", "tr", "tt", "u", "ul")
            .addAttributes(":all", "align", "dir", "valign")
            .addAttributes("a", "title")
            .addAttributes("img", "alt", "height", "src", "width")
            .addAttributes("table", "width")
            .addAttributes("td", "colspan", "rowspan", "width")
            .addAttributes("th", "colspan", "rowspan", "width")
            .addProtocols("img", "src", "data");

    /** {@return this HTML of a stranger, made harmless} */
    public static SafeHtml of(String stranger) {
        try (StreamParser parser = new StreamParser(Parser.htmlParser().setMaxDepth(DEEPEST))
                .parse(stranger, "")) {
            Iterator<Element> elements = parser.iterator();
            int looked = 0;
            while (looked < MOST_ELEMENTS && elements.hasNext()) {
                elements.next();
                looked++;
            }
            Document document = parser.document();
            document.select("a[href]").forEach(SafeHtml::unlink);
            document.select("img").forEach(SafeHtml::leaveOut);
            Document clean = new Cleaner(KEPT).clean(document);
            clean.outputSettings().prettyPrint(false);
            return new SafeHtml(clean.body().html(), looked >= MOST_ELEMENTS);
        }
    }

    /** {@return plain text, as it stands} */
    public static SafeHtml ofText(String text) {
        return new SafeHtml(new Element("pre").attr("dir", "auto").text(text).outerHtml(), false);
    }

    private static void unlink(Element link) {
        String target = link.attr("href");
        link.attr("title", target);
        link.appendChild(new TextNode(" \u2039" + place(target) + "\u203a"));
    }

    /** {@return what matters of a link: the host, or what stands in its place} */
    private static String place(String target) {
        var place = PLACE.matcher(target);
        String named = place.matches() ? place.group(1) : target;
        String text = named.substring(named.lastIndexOf('@') + 1).replaceAll("\\p{C}", "\ufffd");
        return text.length() > LONGEST_PLACE ? "\u2026" + text.substring(text.length() - LONGEST_PLACE) : text;
    }

    private static void leaveOut(Element picture) {
        if (PICTURE.matcher(picture.attr("src")).matches()) {
            return;
        }
        String words = picture.attr("alt").strip();
        picture.replaceWith(new TextNode(words.isEmpty() ? "" : "[" + words + "]"));
    }
}

package org.postern.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/** What a page says stands in a file of texts, so that it is said in each language. */
class PagesHaveNoWordsOfTheirOwnTest {
    /** Names, and examples of what is typed; these are the same everywhere. */
    private static final Set<String> NAMES = Set.of("Postern", "DMARC", "TLS", "EHLO", "MAIL FROM", "RCPT TO", "ID",
            "HTML", "example.org", "you@example.org", "mail.example.org", "FILE_MACROS=2", "Subject: invoice",
            "alice@example.org, example.org, 192.0.2.7, 1M8046QY…");
    private static final Set<String> TYPED = Set.of("code", "pre", "script", "style");
    private static final Set<String> LABELS = Set.of("aria-label", "ariaLabel", "pt:aria-label", "title", "data-label",
            "placeholder", "pt:placeholder", "header", "message", "itemLabel", "alt", "label", "requiredMessage");
    private static final Set<String> WITH_VALUE = Set.of("h:commandButton", "p:commandButton", "h:link",
            "h:outputLabel", "h:outputText", "p:commandLink", "h:commandLink", "h:button");
    private static final Set<String> WORDS_FOR_PARTS = Set.of("title", "yes", "unit");
    private static final Pattern EXPRESSION = Pattern.compile("#\\{(?:[^{}']|'[^']*')*}");
    private static final Pattern WORD_IN_EXPRESSION = Pattern.compile("[?:+]\\s*'[^']*\\p{L}{2}[^']*'");

    @Test
    void noTextAndNoLabelStandsInAPage() throws Exception {
        List<String> words = new ArrayList<>();
        for (Path page : Bundles.files(Bundles.PAGES, name -> name.endsWith(".xhtml"))) {
            walk(root(page), page.getFileName() + ": ", words);
        }
        assertThat(words).isEmpty();
    }

    private static Element root(Path page) throws SAXException, IOException, ParserConfigurationException {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(Bundles.source(page))))
                .getDocumentElement();
    }

    private static void walk(Element element, String page, List<String> words) {
        if (TYPED.contains(element.getNodeName())) {
            return;
        }
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            if (isLabel(element, attribute.getName())) {
                look(attribute.getValue(), page, words);
            }
        }
        NodeList children = element.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element child) {
                walk(child, page, words);
            } else if (children.item(i).getNodeType() == Node.TEXT_NODE) {
                look(children.item(i).getNodeValue(), page, words);
            }
        }
    }

    private static boolean isLabel(Element element, String attribute) {
        if (!attribute.equals("value")) {
            return LABELS.contains(attribute);
        }
        return element.getNodeName().equals("ui:param")
                ? WORDS_FOR_PARTS.contains(element.getAttribute("name"))
                : WITH_VALUE.contains(element.getNodeName())
                        || (element.getNodeName().equals("input") && element.getAttribute("type").equals("submit"));
    }

    private static void look(String text, String page, List<String> words) {
        String plain = EXPRESSION.matcher(text).replaceAll("").replaceAll("^[\\s·]+|\\s+$", "");
        if (plain.chars().anyMatch(Character::isLetter) && !NAMES.contains(plain)) {
            words.add(page + plain);
        }
        EXPRESSION.matcher(text)
                .results()
                .flatMap(one -> WORD_IN_EXPRESSION.matcher(one.group()).results())
                .forEach(one -> words.add(page + one.group()));
    }
}

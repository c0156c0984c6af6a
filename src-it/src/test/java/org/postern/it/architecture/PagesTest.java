package org.postern.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;

/** What a page of the console may not say, since nothing tells of it before somebody stands before the page. */
class PagesTest {
    static final Path PAGES = House.ROOT.resolve("web/src/main/webapp");
    private static final List<String> REPEATERS = List.of("ui:repeat", "p:dataTable", "p:repeat", "h:dataTable");

    /** Each turn of a repetition names its components anew: what lies outside is found from the root alone. */
    @Test
    void whatIsRepeatedNamesWhatItUpdatesFromTheRoot() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Path page : pages()) {
            for (String repeater : REPEATERS) {
                NodeList found = parsed(page).getElementsByTagName(repeater);
                for (int i = 0; i < found.getLength(); i++) {
                    collect((Element) found.item(i), page, wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void collect(Element repeater, Path page, List<String> wrong) {
        NodeList inside = repeater.getElementsByTagName("*");
        for (int i = 0; i < inside.getLength(); i++) {
            Element one = (Element) inside.item(i);
            boolean relative = Stream.of("update", "render")
                    .flatMap(name -> Arrays.stream(one.getAttribute(name).split("[ ,]+")))
                    .anyMatch(name -> !name.isEmpty() && !name.startsWith(":") && !name.startsWith("@")
                            && !name.startsWith("#{"));
            if (relative) {
                wrong.add(page.getFileName() + ": " + one.getTagName() + " updates " + one.getAttribute("update")
                        + one.getAttribute("render"));
            }
        }
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            List<Path> pages = files.filter(file -> file.toString().endsWith(".xhtml")).toList();
            assertThat(pages).hasSizeGreaterThan(5);
            return pages;
        }
    }

    static Document parsed(Path page) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder().parse(page.toFile());
    }
}

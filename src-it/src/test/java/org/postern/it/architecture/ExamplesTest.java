package org.postern.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The examples stand alone, and so repeat what the root pom says: it is the same. */
class ExamplesTest {
    private static final Path EXAMPLES = House.ROOT.resolve("src-it/examples");

    private static List<Path> poms() throws IOException {
        try (Stream<Path> folders = Files.list(EXAMPLES)) {
            return folders.map(folder -> folder.resolve("pom.xml")).toList();
        }
    }

    @Test
    void eachIsBuiltAndFormattedByTheBuild() throws Exception {
        String root = Files.readString(House.ROOT.resolve("pom.xml"));
        String tests = Files.readString(House.ROOT.resolve("src-it/pom.xml"));
        assertThat(poms()).hasSize(3).allSatisfy(pom -> {
            Path folder = pom.getParent();
            assertThat(root).contains("<module>" + House.ROOT.relativize(folder) + "</module>");
            assertThat(tests).contains("/examples/" + folder.getFileName() + "/src/main/java</directory>")
                    .contains("<artifactId>" + folder.getFileName() + "</artifactId>");
        });
    }

    @Test
    void eachNamesTheVersionsThatTheRootNames() throws Exception {
        Document root = PagesTest.parsed(House.ROOT.resolve("pom.xml"));
        List<String> managed = new ArrayList<>();
        for (String kind : List.of("dependency", "plugin")) {
            managed.addAll(versions(root, kind));
        }
        List<String> names = managed.stream().map(one -> one.substring(0, one.lastIndexOf(' '))).toList();
        for (Path pom : poms()) {
            Document example = PagesTest.parsed(pom);
            List<String> own = new ArrayList<>(versions(example, "dependency"));
            own.addAll(versions(example, "plugin"));
            assertThat(own).as(pom.toString())
                    .filteredOn(one -> names.contains(one.substring(0, one.lastIndexOf(' '))))
                    .hasSizeGreaterThan(4)
                    .isSubsetOf(managed);
        }
    }

    private static List<String> versions(Document pom, String kind) {
        return elements(pom, kind).stream()
                .filter(one -> !text(pom, one, "version").isEmpty())
                .map(one -> text(pom, one, "artifactId") + " " + text(pom, one, "version"))
                .distinct()
                .toList();
    }

    private static List<Element> elements(Document pom, String name) {
        var found = pom.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
    }

    /** {@return what a child of an element says, with a property of the pom as its value} */
    private static String text(Document pom, Element parent, String name) {
        var children = parent.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i).getNodeName().equals(name)) {
                return valued(pom, children.item(i).getTextContent());
            }
        }
        return "";
    }

    private static String valued(Document pom, String text) {
        if (text.equals("${project.version}")) {
            return text(pom, pom.getDocumentElement(), "version");
        }
        return text.startsWith("${")
                ? pom.getElementsByTagName(text.substring(2, text.length() - 1)).item(0).getTextContent()
                : text;
    }
}

package org.postern.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaMethod;
import org.junit.jupiter.api.Test;
import org.postern.it.acts.ListedAct;
import org.postern.it.acts.ListedPage;
import org.postern.it.acts.Whose;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All that may be done in the console is on the list by which each role tries it. */
class ActsTest {
    private static final String ACTS = "org.postern.admin.access.Acts";
    private static final Pattern ACTION = Pattern.compile("#\\{(\\w+\\.\\w+)");
    private static final List<ListedAct> LISTED = ListedAct.all();
    /** By class and name: methods of one name are told apart by nobody who reads the list. */
    private static final Map<String, List<JavaAnnotation<?>>> DONE = done();

    private static Map<String, List<JavaAnnotation<?>>> done() {
        Map<String, List<JavaAnnotation<?>>> done = new TreeMap<>();
        for (JavaClass desk : House.product()) {
            for (JavaMethod method : desk.getMethods()) {
                method.tryGetAnnotationOfType(ACTS)
                        .ifPresent(acts -> done
                                .computeIfAbsent(desk.getSimpleName() + "." + method.getName(),
                                        name -> new ArrayList<>())
                                .add(acts));
            }
        }
        return done;
    }

    @Test
    void whatDesksDoIsOnTheList() {
        Set<String> listed = new TreeSet<>();
        LISTED.forEach(act -> listed.addAll(act.desks()));
        assertThat(listed).isEqualTo(DONE.keySet());
    }

    @Test
    void whatPagesOfferIsOnTheList() throws Exception {
        Set<String> offered = new TreeSet<>();
        for (Path page : PagesTest.pages()) {
            Document parsed = PagesTest.parsed(page);
            for (String tag : List.of("p:commandButton", "h:commandButton", "p:commandLink", "h:commandLink")) {
                elements(parsed, tag).map(one -> ACTION.matcher(one.getAttribute("action")))
                        .filter(Matcher::find)
                        .forEach(found -> offered.add(found.group(1)));
            }
            elements(parsed, "form").filter(form -> form.getAttribute("method").equals("post"))
                    .forEach(form -> offered.addAll(sent(form)));
        }
        Set<String> listed = new TreeSet<>();
        LISTED.stream().map(ListedAct::action).filter(name -> !name.isEmpty()).forEach(listed::add);
        listed.remove("content/text");
        assertThat(listed).isEqualTo(offered);
    }

    private static List<String> sent(Element form) {
        String address = form.getAttribute("action");
        List<String> acts = elements(form.getElementsByTagName("button"))
                .filter(button -> button.getAttribute("name").equals("act"))
                .map(button -> address + " " + button.getAttribute("value"))
                .toList();
        return acts.isEmpty() ? List.of(address) : acts;
    }

    private static Stream<Element> elements(Document page, String tag) {
        return elements(page.getElementsByTagName(tag));
    }

    private static Stream<Element> elements(NodeList found) {
        return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast);
    }

    @Test
    void everyPageIsOnTheListOfThoseThatAreSeen() throws IOException {
        try (Stream<Path> files = Files.list(PagesTest.PAGES)) {
            assertThat(ListedPage.all()).extracting(ListedPage::page)
                    .containsExactlyInAnyOrderElementsOf(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".xhtml"))
                            .map(name -> name.replace(".xhtml", ""))
                            .toList());
        }
    }

    @Test
    void whatIsNotDoneInTheBrowserIsTriedElsewhere() {
        Set<String> tests = House.tests().stream().map(JavaClass::getSimpleName).collect(Collectors.toSet());
        assertThat(LISTED.stream()
                .map(ListedAct::trial)
                .filter(ListedAct.Elsewhere.class::isInstance)
                .map(ListedAct.Elsewhere.class::cast)
                .map(ListedAct.Elsewhere::test)).isNotEmpty().isSubsetOf(tests);
        assertThat(LISTED).filteredOn(act -> act.name().isEmpty())
                .extracting(ListedAct::trial)
                .hasOnlyElementsOfType(ListedAct.Elsewhere.class);
    }

    /** Nobody is shown to be let to do what the service would refuse. */
    @Test
    void theListGivesNobodyMoreThanTheDesksDo() {
        List<String> wrong = new ArrayList<>();
        for (ListedAct act : LISTED) {
            for (String desk : act.desks()) {
                if (DONE.get(desk).stream().noneMatch(acts -> allows(acts, act.whose()))) {
                    wrong.add(act + " by " + desk);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean allows(JavaAnnotation<?> acts, Whose whose) {
        boolean administrators = ((JavaEnumConstant) acts.get("value").orElseThrow()).name().equals("ADMINISTRATOR");
        return whose == Whose.ADMINISTRATOR
                || (!administrators && (whose == Whose.OPERATOR || acts.get("ofDomains").equals(Optional.of(true))));
    }
}

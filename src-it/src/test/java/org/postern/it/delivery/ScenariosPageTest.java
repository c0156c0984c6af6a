package org.postern.it.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Holds {@code docs/scenarios.md} and the tests together. */
class ScenariosPageTest {
    private static final Path PAGE = Path.of("..", "docs", "scenarios.md");
    private static final Path WANTED = Path.of("target", "scenarios.md");
    private static final String START = "| what happens | what becomes of it | the sender hears | the trace says | test |\n|---|---|---|---|---|\n";

    @Test
    void thePageShowsEveryScenarioAndItsTest() throws IOException {
        String page = Files.readString(PAGE);
        String wanted = page.substring(0, page.indexOf(START) + START.length()) + String.join("", rows().values());
        Files.writeString(WANTED, wanted);
        assertThat(page).as("cp src-it/%s docs/scenarios.md", WANTED).isEqualTo(wanted);
    }

    private static Map<String, String> rows() {
        Map<String, String> rows = new TreeMap<>();
        new ClassFileImporter().importPackages(ScenariosPageTest.class.getPackageName())
                .stream()
                .flatMap(type -> Stream.of(type.reflect().getDeclaredMethods()))
                .forEach(test -> Arrays.stream(test.getAnnotationsByType(Scenario.class))
                        .forEach(scenario -> assertThat(rows.put(scenario.when(), row(scenario, test)))
                                .as("another test of " + scenario.when())
                                .isNull()));
        return rows;
    }

    private static String row(Scenario scenario, Method test) {
        return "| %s | %s | %s | %s | `%s.%s` |\n".formatted(scenario.when(), scenario.then(), scenario.sender(),
                scenario.trace(), test.getDeclaringClass().getSimpleName(), test.getName());
    }
}

package org.postern.it.conformance;

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

/** Holds {@code docs/conformance.md} and the tests together. */
class ConformancePageTest {
    private static final Path PAGE = Path.of("..", "docs", "conformance.md");
    private static final Path WANTED = Path.of("target", "conformance.md");
    private static final String START = "| | RFC | level | must hold | test |\n|---|---|---|---|---|\n";

    @Test
    void thePageShowsEveryDemandAndItsTest() throws IOException {
        String page = Files.readString(PAGE);
        String wanted = page.substring(0, page.indexOf(START) + START.length()) + String.join("", rows().values());
        Files.writeString(WANTED, wanted);
        assertThat(page).as("cp src-it/%s docs/conformance.md", WANTED).isEqualTo(wanted);
    }

    private static Map<String, String> rows() {
        Map<String, String> rows = new TreeMap<>();
        new ClassFileImporter().importPackages(ConformancePageTest.class.getPackageName())
                .stream()
                .flatMap(type -> Stream.of(type.reflect().getDeclaredMethods()))
                .forEach(test -> Arrays.stream(test.getAnnotationsByType(Demand.class))
                        .forEach(demand -> assertThat(rows.put(demand.id(), row(demand, test)))
                                .as("another test of " + demand.id())
                                .isNull()));
        return rows;
    }

    private static String row(Demand demand, Method test) {
        return "| %s | %s | %s | %s | `%s.%s` |\n".formatted(demand.id(), demand.rfc(), demand.level(), demand.holds(),
                test.getDeclaringClass().getSimpleName(), test.getName());
    }
}

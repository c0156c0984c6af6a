package org.postern.it.refusal;

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

/** Holds {@code docs/limits.md}, the settings and the tests together. */
class LimitsPageTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Path PAGE = DOCS.resolve("limits.md");
    private static final Path WANTED = Path.of("target", "limits.md");
    private static final String START = "| refused is | setting | the client hears | the trace says | test |\n|---|---|---|---|---|\n";

    @Test
    void thePageShowsEveryRefusalAndItsTest() throws IOException {
        String page = Files.readString(PAGE);
        String wanted = page.substring(0, page.indexOf(START) + START.length()) + String.join("", rows().values());
        Files.writeString(WANTED, wanted);
        assertThat(page).as("cp src-it/%s docs/limits.md", WANTED).isEqualTo(wanted);
    }

    @Test
    void everySettingItNamesExists() throws IOException {
        String settings = Files.readString(DOCS.resolve("settings.md"));
        told().flatMap(test -> Arrays.stream(test.getAnnotationsByType(Told.class)))
                .filter(told -> !told.setting().isEmpty())
                .flatMap(told -> Stream.of(told.setting().split(" ", -1)))
                .forEach(key -> assertThat(settings).contains("| `" + key + "` |"));
    }

    private static Stream<Method> told() {
        return new ClassFileImporter().importPackages(LimitsPageTest.class.getPackageName())
                .stream()
                .flatMap(type -> Stream.of(type.reflect().getDeclaredMethods()));
    }

    private static Map<String, String> rows() {
        Map<String, String> rows = new TreeMap<>();
        told().forEach(test -> Arrays.stream(test.getAnnotationsByType(Told.class))
                .forEach(told -> assertThat(rows.put(told.what(), row(told, test))).as("another test of " + told.what())
                        .isNull()));
        return rows;
    }

    private static String row(Told told, Method test) {
        String setting = told.setting().isEmpty() ? "" : "`" + told.setting().replace(" ", "`, `") + "`";
        return "| %s | %s | %s | %s | `%s.%s` |\n".formatted(told.what(), setting, told.reply(), told.trace(),
                test.getDeclaringClass().getSimpleName(), test.getName());
    }
}

package org.postern.it.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The modules as they lie on the disk, compiled. */
final class House {
    static final Path ROOT = Path.of(System.getProperty("postern.root"));
    private static final List<String> MODULES = List.of("resource-adapter/smtp", "resource-adapter/rar", "ejb/client",
            "ejb/engine", "ejb/beans", "web", "cli", "src-it");

    private House() {}

    /** {@return the classes of the product} */
    static JavaClasses product() {
        return classes("target/classes");
    }

    /** {@return the classes of the tests, pure and integration} */
    static JavaClasses tests() {
        return classes("target/test-classes");
    }

    private static JavaClasses classes(String folder) {
        List<Path> paths = MODULES.stream()
                .map(m -> ROOT.resolve(m).resolve(folder))
                .filter(Files::isDirectory)
                .toList();
        return new ClassFileImporter().importPaths(paths);
    }

    /** {@return all Java sources} */
    static List<Path> sources() {
        return MODULES.stream()
                .map(m -> ROOT.resolve(m).resolve("src"))
                .filter(Files::isDirectory)
                .flatMap(House::javaFiles)
                .toList();
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

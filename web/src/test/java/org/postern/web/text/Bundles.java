package org.postern.web.text;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The files with texts as they lie in the source, and the pages and classes that use them. */
final class Bundles {
    static final Path PAGES = Path.of("src/main/webapp");
    static final Path CLASSES = Path.of("src/main/java");
    private static final Path TEXTS = Path.of("src/main/resources/org/postern/web/text");

    private Bundles() {}

    /** {@return the texts of a language by {@code file.key}} */
    static Map<String, String> of(Language language) {
        String ending = language == Language.ENGLISH ? ".properties" : "_" + language.tag() + ".properties";
        Map<String, String> texts = new TreeMap<>();
        for (Path file : files(TEXTS, name -> name.matches("[A-Za-z]+" + ending.replace(".", "\\.")))) {
            String name = file.getFileName().toString();
            read(file).forEach((key, text) -> texts.put(name.substring(0, name.length() - ending.length()) + "." + key,
                    text.toString()));
        }
        return texts;
    }

    private static Properties read(Path file) {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    static List<Path> files(Path folder, Predicate<String> name) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> name.test(file.getFileName().toString())).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String source(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

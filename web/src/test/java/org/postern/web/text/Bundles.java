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

    private static final String USUAL = ".properties";

    private Bundles() {}

    /** {@return the texts of a language by {@code file.key}, but those of files that have no English} */
    static Map<String, String> of(Language language) {
        return of(language, name -> Files.exists(TEXTS.resolve(name + USUAL)));
    }

    /** {@return what a file without English has in another language, by its keys} */
    static Map<String, String> translated(String file, Language language) {
        Map<String, String> texts = new TreeMap<>();
        of(language, file::equals).forEach((key, text) -> texts.put(key.substring(file.length() + 1), text));
        return texts;
    }

    /** {@return the files without English in another language} */
    static List<String> withoutEnglish(Language language) {
        return of(language, name -> !Files.exists(TEXTS.resolve(name + USUAL))).keySet()
                .stream()
                .map(key -> key.substring(0, key.indexOf('.')))
                .distinct()
                .toList();
    }

    private static Map<String, String> of(Language language, Predicate<String> wanted) {
        String ending = language == Language.ENGLISH ? USUAL : "_" + language.tag() + USUAL;
        Map<String, String> texts = new TreeMap<>();
        Predicate<String> ofLanguage = name -> name.matches("[A-Za-z]+" + ending.replace(".", "\\."));
        for (Path file : files(TEXTS,
                name -> ofLanguage.test(name) && wanted.test(name.substring(0, name.length() - ending.length())))) {
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

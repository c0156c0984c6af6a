package org.postern.it.acts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The files beside these tests. */
final class Listed {
    private Listed() {}

    /** {@return the lines of a list, each as its fields} */
    static Stream<List<String>> lines(String resource) {
        return text(resource).lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> List.of(line.split(" \\| ", -1)));
    }

    /** {@return the words of a field; a hyphen is none} */
    static Stream<String> words(String text, String between) {
        return Arrays.stream(text.split(between)).filter(one -> !one.equals("-"));
    }

    static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(Listed.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

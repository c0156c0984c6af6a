package org.postern.it.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A line of {@code acts.txt}.
 *
 * @param name the action as the page names it, or address and word of a plain form; empty for what is on no page
 * @param desks methods, each with its class
 */
record ListedAct(Optional<String> name, Whose whose, List<String> desks) {
    private static final String NOTHING = "-";

    /** {@return all of them} */
    static List<ListedAct> all() {
        try (InputStream in = Objects.requireNonNull(ListedAct.class.getResourceAsStream("acts.txt"))) {
            return new String(in.readAllBytes(), UTF_8).lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(ListedAct::parsed)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ListedAct parsed(String line) {
        String[] fields = line.split(" \\| ", -1);
        if (fields.length != 3) {
            throw new IllegalArgumentException(line);
        }
        return new ListedAct(Optional.of(fields[0]).filter(name -> !name.equals(NOTHING)), Whose.of(fields[1]),
                List.of(fields[2].split(" ")).stream().filter(desk -> !desk.equals(NOTHING)).toList());
    }

    /** {@return what the page names, without what tells two buttons apart} */
    String action() {
        return name.orElse("").replaceFirst("#.*", "");
    }

    @Override
    public String toString() {
        return name.orElse("on no page");
    }
}

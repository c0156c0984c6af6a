package org.postern.it.acts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A line of {@code acts.txt}.
 *
 * @param name the action as the page names it, or address and word of a plain form; empty for what is on no page
 * @param desks methods, each with its class
 * @param page empty for the one to which the act before has led
 * @param press what is pressed
 * @param written what is written before, by place
 * @param said what the page says then; empty where it says nothing
 * @param line of the audit log; empty where there is none
 */
public record ListedAct(Optional<String> name, Whose whose, List<String> desks, Optional<String> page, Press press,
        List<Written> written, Optional<String> said, Optional<Line> line) {
    private static final String NOTHING = "-";

    /**
     * A button or a link.
     *
     * @param row text of its row; empty where it is sought on the whole page
     * @param selector CSS, or an address to get
     * @param asks whether a dialog asks whether it is meant
     */
    record Press(String row, String selector, boolean asks) {
        private static final String GET = "get ";

        static Press of(String text) {
            boolean asks = text.endsWith(" ?");
            String whole = asks ? text.substring(0, text.length() - 2) : text;
            int row = whole.indexOf(" >> ");
            return row < 0
                    ? new Press("", whole, asks)
                    : new Press(whole.substring(0, row), whole.substring(row + 4), asks);
        }

        /** {@return what a page has that offers it} */
        String shown() {
            return link().map(link -> "[src^='" + link.replaceFirst("\\?.*", "") + "']").orElse(selector);
        }

        /** {@return the address, where nothing is pressed, but a link followed} */
        Optional<String> link() {
            return selector.startsWith(GET) ? Optional.of(selector.substring(GET.length())) : Optional.empty();
        }
    }

    /**
     * What is written into a field, or that it is ticked.
     *
     * @param place its id, or CSS
     */
    record Written(String place, String text) {}

    /**
     * A line of the audit log.
     *
     * @param after what it says of how it is then
     */
    record Line(String act, String after) {}

    /** {@return all of them, in the order in which they are done} */
    public static List<ListedAct> all() {
        return text("acts.txt").lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(ListedAct::parsed)
                .toList();
    }

    static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(ListedAct.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ListedAct parsed(String line) {
        String[] fields = line.split(" \\| ", -1);
        List<String> desks = words(fields[2], " ").toList();
        if (fields[0].equals(NOTHING)) {
            return new ListedAct(Optional.empty(), Whose.of(fields[1]), desks, Optional.empty(), Press.of(""),
                    List.of(), Optional.empty(), Optional.empty());
        }
        if (fields.length != 8) {
            throw new IllegalArgumentException(line);
        }
        return new ListedAct(Optional.of(fields[0]), Whose.of(fields[1]), desks,
                Optional.of(fields[3]).filter(page -> !page.equals("=")), Press.of(fields[4]),
                words(fields[5], " ; ").map(ListedAct::written).toList(),
                Optional.of(fields[6]).filter(said -> !said.equals(NOTHING)),
                Optional.of(fields[7]).filter(said -> !said.equals(NOTHING)).map(ListedAct::line));
    }

    private static Stream<String> words(String text, String between) {
        return Arrays.stream(text.split(between)).filter(one -> !one.equals(NOTHING));
    }

    private static Written written(String text) {
        int middle = text.indexOf(" := ");
        return new Written(text.substring(0, middle), text.substring(middle + 4));
    }

    private static Line line(String text) {
        int middle = text.indexOf(" ~ ");
        return middle < 0 ? new Line(text, "") : new Line(text.substring(0, middle), text.substring(middle + 3));
    }

    /** {@return what the page names, without what tells two buttons apart} */
    public String action() {
        return name.orElse("").replaceFirst("#.*", "");
    }

    @Override
    public String toString() {
        return name.orElse("on no page");
    }
}

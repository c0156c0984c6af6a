package org.postern.it.acts;

import java.util.List;
import java.util.Optional;

/**
 * A line of {@code acts.txt}.
 *
 * @param name the action as the page names it, or address and word of a plain form; empty for what is on no page
 * @param desks methods, each with its class
 */
public record ListedAct(Optional<String> name, Whose whose, List<String> desks, Trial trial) {
    private static final String NOTHING = "-";

    /** How it is tried. */
    public sealed interface Trial permits Elsewhere, Walk {}

    /**
     * By a test of its own.
     *
     * @param why not in the browser
     * @param test name of its class
     */
    public record Elsewhere(String why, String test) implements Trial {}

    /** {@return all of them, in the order in which they are done} */
    public static List<ListedAct> all() {
        return Listed.lines("acts.txt").map(ListedAct::parsed).toList();
    }

    private static ListedAct parsed(List<String> fields) {
        return new ListedAct(Optional.of(fields.get(0)).filter(name -> !name.equals(NOTHING)), Whose.of(fields.get(1)),
                Listed.words(fields.get(2), " ").toList(),
                fields.size() == 4 ? elsewhere(fields.get(3)) : Walk.of(fields.subList(3, fields.size())));
    }

    private static Elsewhere elsewhere(String text) {
        int middle = text.lastIndexOf(": ");
        return new Elsewhere(text.substring(0, middle), text.substring(middle + 2));
    }

    /** {@return how it is done in the browser, where it is} */
    Optional<Walk> walk() {
        return trial instanceof Walk walk ? Optional.of(walk) : Optional.empty();
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

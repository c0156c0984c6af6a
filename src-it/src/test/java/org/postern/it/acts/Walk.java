package org.postern.it.acts;

import java.util.List;
import java.util.Optional;

/**
 * How an act is done in a browser.
 *
 * @param page empty for the one to which the act before has led
 * @param press what is pressed
 * @param written what is written before, by place
 * @param said what the page says then; empty where it says nothing
 * @param line of the audit log; empty where there is none
 */
public record Walk(Optional<String> page, Press press, List<Written> written, Optional<String> said,
        Optional<Line> line) implements ListedAct.Trial {
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
    record Written(String place, String text) {
        static Written of(String text) {
            int middle = text.indexOf(" := ");
            return new Written(text.substring(0, middle), text.substring(middle + 4));
        }
    }

    /**
     * A line of the audit log.
     *
     * @param after what it says of how it is then
     */
    record Line(String act, String after) {
        static Line of(String text) {
            int middle = text.indexOf(" ~ ");
            return middle < 0 ? new Line(text, "") : new Line(text.substring(0, middle), text.substring(middle + 3));
        }
    }

    /** {@return whether it is done to what was chosen from a list, which is sent along} */
    boolean isOfChosen() {
        return written.stream().anyMatch(one -> one.place().contains("chosen"));
    }

    static Walk of(List<String> fields) {
        if (fields.size() != 5) {
            throw new IllegalArgumentException(fields.toString());
        }
        return new Walk(Optional.of(fields.get(0)).filter(page -> !page.equals("=")), Press.of(fields.get(1)),
                Listed.words(fields.get(2), " ; ").map(Written::of).toList(), said(fields.get(3)),
                said(fields.get(4)).map(Line::of));
    }

    private static Optional<String> said(String field) {
        return Optional.of(field).filter(text -> !text.equals(NOTHING));
    }
}

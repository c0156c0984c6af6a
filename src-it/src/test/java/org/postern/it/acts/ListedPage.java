package org.postern.it.acts;

import java.util.List;

/**
 * A line of {@code pages.txt}.
 *
 * @param address as a link has it
 * @param whose who sees it
 */
public record ListedPage(String address, Whose whose) {
    /** {@return all of them} */
    public static List<ListedPage> all() {
        return Listed.lines("pages.txt")
                .map(fields -> new ListedPage(fields.get(0), Whose.of(fields.get(1))))
                .toList();
    }

    /** {@return its name} */
    public String page() {
        return address.replaceFirst("\\?.*", "");
    }

    @Override
    public String toString() {
        return address;
    }
}

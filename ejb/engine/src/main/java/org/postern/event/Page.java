package org.postern.event;

import java.util.List;

/**
 * A part of a long list.
 *
 * @param items the part
 * @param total how many there are in all, counted no further than {@link #COUNTED}
 */
public record Page<T>(List<T> items, long total) {
    /** Counting ends here: a list of millions shall not be counted to show fifty. */
    public static final int COUNTED = 10_000;

    public Page {
        items = List.copyOf(items);
    }

    /** {@return whether counting ended before the list did} */
    public boolean isUncounted() {
        return total >= COUNTED;
    }
}

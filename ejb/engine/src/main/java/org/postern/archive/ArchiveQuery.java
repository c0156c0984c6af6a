package org.postern.archive;

import java.util.OptionalLong;

/**
 * A page of archived mail.
 *
 * @param filter which of it
 * @param order of the page
 * @param after the id of the last line of the page before; empty for the first page
 * @param limit how many at most; 1 to {@link #MAX_LIMIT}
 */
public record ArchiveQuery(ArchiveFilter filter, Order order, OptionalLong after, int limit) {
    /** The longest page. */
    public static final int MAX_LIMIT = 1000;

    /** What comes first. */
    public enum Order {
        /** What came first. */
        OLDEST_FIRST,
        /** What came last. */
        NEWEST_FIRST
    }

    public ArchiveQuery {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("a page has 1 to " + MAX_LIMIT + " lines");
        }
    }

    /** {@return the first of these, in the order in which they came} */
    public static ArchiveQuery oldest(ArchiveFilter filter, int limit) {
        return new ArchiveQuery(filter, Order.OLDEST_FIRST, OptionalLong.empty(), limit);
    }

    /** {@return the same page of these} */
    public ArchiveQuery of(ArchiveFilter other) {
        return new ArchiveQuery(other, order, after, limit);
    }
}

package org.postern.store;

import java.util.function.LongSupplier;

/** Counts only when the page does not tell the count itself, because it is the last. */
public final class Counted {
    private Counted() {}

    public static long of(int offset, int limit, int found, LongSupplier count) {
        boolean isLast = found < limit && (found > 0 || offset == 0);
        return isLast ? (long) offset + found : count.getAsLong();
    }
}

package org.postern.store.trace;

/**
 * How much is stored of a line of the trace.
 *
 * @param parts rows of its story
 * @param recipients rows of those
 */
record StoredExtent(int parts, int recipients) {
    /** Of a line that is not known. */
    static final StoredExtent NONE = new StoredExtent(0, 0);

    /** {@return whether its story has come to its end, and said so} */
    boolean isFull() {
        return parts >= TraceLine.MOST_PARTS;
    }

    /** {@return how many rows are read before the line can change} */
    int rows() {
        return parts + recipients;
    }
}

package org.postern.content.learn;

/**
 * How a feature becomes a number: its name, such as {@code subject:free}, is hashed by a mix of 32 bits into {@value #SLOTS} slots. Different names
 * may share a slot; the most weighty seldom do.
 */
final class Feature {
    /** The number of slots: 2^22. */
    static final int SLOTS = 1 << 22;
    private static final int START = 0x811C9DC5;
    private static final int PRIME = 0x01000193;
    private static final int UNUSED_BITS = 32 - 22;

    private Feature() {}

    /** {@return the state of the hash behind this text, which others may follow} */
    static int begin(String text) {
        return next(START, text, 0, text.length());
    }

    /** {@return the state behind these characters too} */
    static int next(int state, CharSequence text, int from, int to) {
        int hash = state;
        for (int i = from; i < to; i++) {
            hash = next(hash, text.charAt(i));
        }
        return hash;
    }

    static int next(int state, char character) {
        return (state ^ character) * PRIME;
    }

    /** {@return the slot of the name that ends here} */
    static int slot(int state) {
        int hash = state;
        hash ^= hash >>> 16;
        hash *= 0x85EBCA6B;
        hash ^= hash >>> 13;
        hash *= 0xC2B2AE35;
        hash ^= hash >>> 16;
        return hash >>> UNUSED_BITS;
    }
}

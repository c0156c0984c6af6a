package org.postern.ra;

/**
 * How many sessions are going on, counted by key. One node counts in memory; many may count together behind the same port. Safe for
 * many threads.
 *
 * <p>An adapter that counts for many nodes has to forget what a node held that is gone, and may count a session too many or too few
 * for a moment: a limit that rests on it is no proof.
 */
interface SessionCounters {
    /**
     * Counts one more, unless there are enough.
     *
     * @param key whose sessions are counted, such as a listener's, or a client's at a listener
     * @param most how many there may be, this one included; 1 at least
     * @return whether it is counted; it is then to be given back by {@link #leave}, once
     */
    boolean enter(String key, int most);

    /** Counts one less. Where none is counted, nothing changes. */
    void leave(String key);

    /** {@return how many there are now} */
    int count(String key);
}

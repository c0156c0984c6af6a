package org.postern.limit;

import java.time.Duration;

/**
 * What has happened lately, counted by key. One node counts in memory; many may count together behind the same port. A count may be
 * forgotten early, when there are more keys than can be held, and is then too small: a limit that rests on it is no proof.
 */
public interface Counters {
    /**
     * Counts some more.
     *
     * @param key what is counted; always used with the same window
     * @return how many there were in the window that ends now, these included
     */
    long add(String key, long amount, Duration window);

    /** {@return how many there were in the window that ends now} */
    long count(String key, Duration window);

    /** Forgets what was counted. */
    void clear(String key);
}

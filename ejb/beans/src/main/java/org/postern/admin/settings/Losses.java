package org.postern.admin.settings;

import java.time.Instant;

/** Knows how much is kept. A failure is an unchecked exception. */
public interface Losses {
    /**
     * {@return how many things there are that a setting keeps, of this time}
     *
     * @param key of a setting that says how long something is kept
     * @param until before
     * @param most of each kind no more are counted
     */
    long between(String key, Instant from, Instant until, int most);
}

package org.postern.admin.settings;

import java.time.Instant;

/**
 * What a shorter time of keeping deletes, which a longer one would not.
 *
 * @param count how many things
 * @param more whether there are more than that, which nobody has counted
 * @param from when they begin to be deleted; until then the setting can be put back, and nothing is
 */
public record Loss(String key, long count, boolean more, Instant from) {
    /** {@return in a sentence} */
    public String words() {
        return key + ": of what is kept now " + (more ? "more than " : "") + count + " would be deleted, from " + from
                + " on.";
    }
}

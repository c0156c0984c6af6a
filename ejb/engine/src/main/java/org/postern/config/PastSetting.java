package org.postern.config;

import java.time.Duration;
import java.time.Instant;

/**
 * What counted for a setting that says how long something is kept, until somebody wrote something else.
 *
 * @param text of the value, as it would stand in the file
 * @param until when it counted
 */
public record PastSetting(String key, String text, Instant until) {
    /** For how long nothing is deleted that was to be kept before. */
    public static final Duration GRACE = Duration.ofHours(1);

    /** {@return whether what it keeps is kept still} */
    public boolean isHonoured(Instant now) {
        return honouredUntil().isAfter(now);
    }

    /** {@return when what it keeps is kept no more} */
    public Instant honouredUntil() {
        return until.plus(GRACE);
    }
}

package org.postern.config.rule;

import java.time.Duration;

/**
 * What is handed over to a queue or topic of an application is kept for a while, so that it can be handed over again.
 *
 * @param place which, as a route names it: {@code queue:orders}
 * @param time how long, an hour to {@link #LONGEST}
 * @param octets of how much at most, at least one; the oldest goes first
 */
public record ArchiveRule(String place, Duration time, long octets) {
    /** A file for ever is another thing than a way to mend a mistake. */
    public static final Duration LONGEST = Duration.ofDays(3650);

    public ArchiveRule {
        if (time.compareTo(Duration.ofHours(1)) < 0 || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("mail is kept for an hour to " + LONGEST.toDays() + " days");
        }
        if (octets < 1) {
            throw new IllegalArgumentException("at least one octet is kept: " + octets);
        }
    }
}

package org.postern.delivery.sts;

import java.time.Duration;
import java.time.Instant;

/**
 * A policy, as it is remembered.
 *
 * @param domain in lower case
 * @param id that the TXT record had when it was fetched
 * @param policy what it says
 * @param fetched when
 * @param used when mail last asked for it, to the day
 */
public record KnownPolicy(String domain, String id, StsPolicy policy, Instant fetched, Instant used) {
    private static final Duration DAY = Duration.ofDays(1);

    /** {@return from when on it says nothing any more} */
    public Instant end() {
        return fetched.plus(policy.maxAge());
    }

    /** {@return when it is to be fetched again, though nothing has changed: well before its end, and once a day (RFC 8461, 3.3)} */
    public Instant refreshAt() {
        Duration half = policy.maxAge().dividedBy(2);
        return fetched.plus(half.compareTo(DAY) < 0 ? half : DAY);
    }

    boolean counts(Instant now) {
        return now.isBefore(end());
    }

    boolean isUsedToday(Instant now) {
        return now.isBefore(used.plus(DAY));
    }

    KnownPolicy usedAt(Instant now) {
        return new KnownPolicy(domain, id, policy, fetched, now);
    }
}

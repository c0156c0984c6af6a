package org.postern.mail;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Gives names to messages. Names sort by the millisecond in which they were given; no two of one instance are equal, and two
 * instances, on one node or on many, meet with a chance of about one in 2<sup>35</sup> for each pair named in the same
 * millisecond. Safe for many threads.
 */
public final class QueueIds {
    /** Digits of base 32 without I, L, O and U, which people misread. */
    private static final byte[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".getBytes(StandardCharsets.US_ASCII);
    private static final int TIME_DIGITS = 9;
    private static final int RANDOM_DIGITS = 7;
    private static final int BITS = 5;
    private static final long RANDOM_RANGE = 1L << (RANDOM_DIGITS * BITS);

    private final InstantSource clock;
    private final RandomGenerator random;
    private long lastMillis = -1;
    private long lastRandom;

    public QueueIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** {@return a name never given before} */
    public QueueId next() {
        long millis;
        long tail;
        synchronized (this) {
            advance(clock.millis());
            millis = lastMillis;
            tail = lastRandom;
        }
        byte[] text = new byte[TIME_DIGITS + RANDOM_DIGITS];
        write(millis, text, 0, TIME_DIGITS);
        write(tail, text, TIME_DIGITS, RANDOM_DIGITS);
        return new QueueId(new String(text, StandardCharsets.US_ASCII));
    }

    /** Within one millisecond, or when the clock was set back, the next name is the last one plus one. */
    private void advance(long now) {
        if (now > lastMillis) {
            lastMillis = now;
            lastRandom = random.nextLong(RANDOM_RANGE);
        } else if (++lastRandom == RANDOM_RANGE) {
            lastMillis++;
            lastRandom = 0;
        }
    }

    private static void write(long value, byte[] text, int from, int digits) {
        long rest = value;
        for (int i = from + digits - 1; i >= from; i--) {
            text[i] = DIGITS[(int) (rest & 31)];
            rest >>>= BITS;
        }
    }
}

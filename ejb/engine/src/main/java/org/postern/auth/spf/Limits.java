package org.postern.auth.spf;

import org.postern.sentence.Sentence;

import java.time.Instant;
import java.time.InstantSource;

/** What one check may cost (RFC 7208, 4.6.4). Used by one thread. */
final class Limits {
    private static final Sentence.Form TOO_MANY_TERMS = Sentence.form("spfTakesTooManyTerms",
            "it takes more than {0} terms that ask the DNS");
    private static final Sentence.Form TOO_MANY_VOIDS = Sentence.form("spfLeadsToNothing",
            "more than {0} of its terms lead to nothing in the DNS");
    /** Terms that ask the DNS. */
    static final int TERMS = 10;
    /** Terms whose answer was that there is nothing. */
    static final int VOIDS = 2;
    /** Exchangers whose addresses are asked for, and names of the client. */
    static final int HOSTS = 10;

    private final InstantSource clock;
    private final Instant end;
    private int terms;
    private int voids;

    Limits(InstantSource clock, Instant end) {
        this.clock = clock;
        this.end = end;
    }

    /** Counts a term that is about to ask. */
    void term() throws Stopped {
        if (++terms > TERMS) {
            throw Stopped.forGood(TOO_MANY_TERMS.with(String.valueOf(TERMS)));
        }
    }

    /** Counts a term that has found nothing, however often it asked. */
    void nothingFound() throws Stopped {
        if (++voids > VOIDS) {
            throw Stopped.forGood(TOO_MANY_VOIDS.with(String.valueOf(VOIDS)));
        }
    }

    boolean areReached() {
        return !clock.instant().isBefore(end);
    }
}

package org.postern.content.attachment;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * What looking into the archives of one message may cost in all: 1,000 entries, 100 MB unpacked and 200 times what came packed, 2 s; and how deep it
 * goes: 3.
 */
final class Budget {
    static final int DEPTH = 3;
    static final int ENTRIES = 1000;
    static final long OCTETS = 100L * 1024 * 1024;
    static final int RATIO = 200;
    private static final Duration TIME = Duration.ofSeconds(2);
    /** Below it the ratio says nothing: an empty table packs well. */
    private static final long HARMLESS = 1024 * 1024;

    private final InstantSource clock;
    private final Instant end;
    private int entries;
    private long unpacked;
    private long packed;

    Budget(InstantSource clock) {
        this.clock = clock;
        this.end = clock.instant().plus(TIME);
    }

    /** Nothing more of this message may be looked into; why. */
    static final class SpentException extends IOException {
        private static final long serialVersionUID = 1;
        private final transient Suspicion suspicion;

        SpentException(Suspicion suspicion, String evidence) {
            super(evidence);
            this.suspicion = suspicion;
        }

        Suspicion suspicion() {
            return suspicion;
        }
    }

    /** Counts octets as they came in the message. */
    void takePacked(int octets) {
        packed += octets;
    }

    void takeEntry() throws SpentException {
        if (++entries > ENTRIES) {
            throw new SpentException(Suspicion.EXCESSIVE, "more than " + ENTRIES + " entries");
        }
    }

    void takeUnpacked(int octets) throws SpentException {
        unpacked += octets;
        if (unpacked > OCTETS) {
            throw new SpentException(Suspicion.BOMB, "more than " + OCTETS / 1024 / 1024 + " MB unpacked");
        }
        if (unpacked > HARMLESS && unpacked > RATIO * packed) {
            throw new SpentException(Suspicion.BOMB, "unpacks to more than " + RATIO + " times its size");
        }
        if (clock.instant().isAfter(end)) {
            throw new SpentException(Suspicion.EXCESSIVE, "more than " + TIME.toSeconds() + " s");
        }
    }
}

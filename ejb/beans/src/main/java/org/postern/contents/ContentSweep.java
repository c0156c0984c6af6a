package org.postern.contents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Removes what a crash has left: files of earlier runs of the gateway to which no message refers. A file that is removed wrongly is lost
 * mail. Messages of this run refer to files of this run, so a file of an earlier one is left over when no message refers to it that was there
 * at the start. Such a message either lies where it was, and is seen, or was given to a stage, which has asked for the file. What one look at
 * a broker that works could miss, in the moment between the two, the next one sees: several have to agree.
 *
 * <p>A file of a run that the journal does not know stays for a week. Should the broker have been given an older journal or another one by mistake,
 * there is time to see that and to bring the right one back.
 *
 * <p>To be asked regularly, by one thread.
 */
public final class ContentSweep {
    /** How often all is looked through. */
    static final int LOOKS = 5;
    /** How old files are at least of which the journal knows nothing. */
    static final Duration AGE = Duration.ofDays(7);
    /** How long nothing is said about files that are there. */
    static final Duration LONG = Duration.ofHours(1);

    private final Contents contents;
    private final Supplier<Optional<Set<String>>> referred;
    private final InstantSource clock;
    private Optional<Set<String>> left = Optional.empty();
    private Instant begun = Instant.EPOCH;
    private int looks;
    private boolean told;

    /**
     * @param referred the contents to which messages refer that have not been given to a stage since the start, and perhaps others; empty
     *        when that cannot be told now
     */
    public ContentSweep(Contents contents, Supplier<Optional<Set<String>>> referred, InstantSource clock) {
        this.contents = contents;
        this.referred = referred;
        this.clock = clock;
    }

    /** Looks once more, while there is something to look for. */
    public void look() {
        if (left.isEmpty()) {
            find();
        }
        Set<String> names = left.orElse(Set.of());
        if (names.isEmpty()) {
            return;
        }
        referred.get().ifPresent(known -> {
            names.removeAll(known);
            looks++;
        });
        if (looks == LOOKS) {
            ContentsLog.LOG.swept(contents.discardUntaken(names));
            left = Optional.of(Set.of());
        } else if (!told && clock.instant().isAfter(begun.plus(LONG))) {
            told = true;
            ContentsLog.LOG.stillThere(names.size());
        }
    }

    private void find() {
        try {
            begun = clock.instant();
            left = Optional.of(new HashSet<>(contents.ofEarlierRuns(begun.minus(AGE))));
        } catch (IOException | UncheckedIOException e) {
            ContentsLog.LOG.cannotLook(e.toString());
            left = Optional.of(Set.of());
        }
    }
}

package org.postern.contents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Removes what a crash has left: files of earlier runs of the gateway to which no message refers. A file that is removed wrongly is lost
 * mail, so nobody tries to find out what each message refers to, which no one look at a broker that works can tell. It waits for a moment at
 * which there is no message at all that could refer to one: messages of this run refer to files of this run, so those of earlier runs
 * are then left over.
 *
 * <p>It takes no file that is less than a week old, either. Should a broker be empty because it was given another journal by mistake, there is
 * time to see that and to bring the old one back.
 *
 * <p>The numbers a broker tells are not of one moment. A message that is given back, say, could be counted neither where it was nor
 * where it goes. So the quiet has to be seen several times in a row. To be asked regularly, by one thread.
 */
public final class ContentSweep {
    /** How often in a row all has to be quiet. */
    static final int LOOKS = 5;
    /** How old files are at least. */
    static final Duration AGE = Duration.ofDays(7);
    /** How long nothing is said about files that are there. */
    static final Duration LONG = Duration.ofHours(1);

    private final Contents contents;
    private final BooleanSupplier quiet;
    private final InstantSource clock;
    private Optional<List<String>> found = Optional.empty();
    private Instant begun = Instant.EPOCH;
    private int quietLooks;
    private boolean told;

    /** @param quiet whether no queue holds a message that refers to a content, none on its way or for later either */
    public ContentSweep(Contents contents, BooleanSupplier quiet, InstantSource clock) {
        this.contents = contents;
        this.quiet = quiet;
        this.clock = clock;
    }

    /** Looks once more, while there is something to look for. */
    public void look() {
        if (found.isEmpty()) {
            find();
        }
        List<String> names = found.orElse(List.of());
        if (names.isEmpty()) {
            return;
        }
        quietLooks = quiet.getAsBoolean() ? quietLooks + 1 : 0;
        if (quietLooks == LOOKS) {
            contents.discard(names);
            ContentsLog.LOG.swept(names.size());
            found = Optional.of(List.of());
        } else if (!told && clock.instant().isAfter(begun.plus(LONG))) {
            told = true;
            ContentsLog.LOG.stillThere(names.size());
        }
    }

    private void find() {
        try {
            begun = clock.instant();
            found = Optional.of(contents.ofEarlierRuns(begun.minus(AGE)));
        } catch (IOException | UncheckedIOException e) {
            ContentsLog.LOG.cannotLook(e.toString());
            found = Optional.of(List.of());
        }
    }
}

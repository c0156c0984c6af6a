package org.postern.contents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.config.DataFolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

class ContentSweepTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));
    private static final Duration OLD = ContentSweep.AGE.plusHours(1);

    @TempDir
    private Path data;
    private final Set<String> referred = new HashSet<>();
    private boolean isKnown = true;
    private int asked;

    private Contents run() {
        Contents contents = new Contents(new DataFolder(data));
        contents.begin();
        return contents;
    }

    private ContentSweep sweep(Contents contents) {
        return new ContentSweep(contents, () -> {
            asked++;
            return isKnown ? Optional.of(Set.copyOf(referred)) : Optional.empty();
        }, CLOCK);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private Path posted(Contents contents) throws IOException {
        try (PostedContents transaction = contents.forPosting()) {
            String name = transaction.keep(ArrivedFile.of(data, 1000)).name();
            transaction.force();
            return aged(data.resolve("content").resolve(name), OLD);
        }
    }

    private static Path aged(Path file, Duration age) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(CLOCK.instant().minus(age)));
    }

    private static void look(ContentSweep sweep, int times) {
        for (int i = 0; i < times; i++) {
            sweep.look();
        }
    }

    @Test
    void removesWhatAnEarlierRunHasLeftAndNothingElse() throws IOException {
        Path left = posted(run());
        Path foreign = Files.createFile(data.resolve("content/README"));
        Contents contents = run();
        Path ours = posted(contents);
        look(sweep(contents), ContentSweep.LOOKS);
        assertThat(left).doesNotExist();
        assertThat(ours).exists();
        assertThat(foreign).exists();
    }

    @Test
    void removesNothingThatIsLessThanAWeekOldOfWhichTheJournalKnowsNothing() throws IOException {
        Path left = aged(posted(run()), ContentSweep.AGE.minusSeconds(1));
        look(sweep(run()), 1000);
        assertThat(left).exists();
    }

    @Test
    void removesAtOnceWhatARunHasLeftThatTheJournalKnows() throws IOException {
        Files.createDirectory(data.resolve("journal"));
        Path left = aged(posted(run()), Duration.ZERO);
        Contents contents = run();
        Path ours = aged(posted(contents), Duration.ZERO);
        look(sweep(contents), ContentSweep.LOOKS);
        assertThat(left).doesNotExist();
        assertThat(ours).exists();
    }

    @Test
    void anOlderJournalKnowsNothingOfTheRunsAfterIt() throws IOException {
        Files.createDirectory(data.resolve("journal"));
        run();
        Path runs = data.resolve("journal/content.runs");
        byte[] older = Files.readAllBytes(runs);
        Path left = aged(posted(run()), Duration.ZERO);
        Files.write(runs, older);
        look(sweep(run()), 1000);
        assertThat(left).exists();
    }

    @Test
    void removesNothingBeforeAllWasLookedThroughSeveralTimes() throws IOException {
        Path left = posted(run());
        ContentSweep sweep = sweep(run());
        look(sweep, ContentSweep.LOOKS - 1);
        isKnown = false;
        look(sweep, 100);
        assertThat(left).exists();
        isKnown = true;
        look(sweep, 1);
        assertThat(left).doesNotExist();
    }

    @Test
    void removesNothingToWhichAMessageRefersThatWasSeenOnce() throws IOException {
        Contents before = run();
        Path left = posted(before);
        Path kept = posted(before);
        ContentSweep sweep = sweep(run());
        look(sweep, 1);
        referred.add(name(kept));
        look(sweep, 1);
        referred.clear();
        look(sweep, 1000);
        assertThat(kept).exists();
        assertThat(left).doesNotExist();
    }

    @Test
    void removesNothingThatAStageHasAskedFor() throws IOException {
        Path kept = posted(run());
        Contents contents = run();
        ContentSweep sweep = sweep(contents);
        look(sweep, ContentSweep.LOOKS - 1);
        contents.take(name(kept));
        look(sweep, 1000);
        assertThat(kept).exists();
    }

    @Test
    void doesNotAskTheBrokerWhenThereIsNothingToRemove() throws IOException {
        Contents contents = run();
        posted(contents);
        look(sweep(contents), 10);
        assertThat(asked).isZero();
    }
}

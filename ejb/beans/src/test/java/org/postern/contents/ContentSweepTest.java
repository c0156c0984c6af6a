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

class ContentSweepTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));
    private static final Duration OLD = ContentSweep.AGE.plusHours(1);

    @TempDir
    private Path data;
    private boolean quiet = true;
    private int asked;

    private Contents run() {
        return new Contents(new DataFolder(data));
    }

    private ContentSweep sweep(Contents contents) {
        return new ContentSweep(contents, () -> {
            asked++;
            return quiet;
        }, CLOCK);
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
    void removesNothingThatIsLessThanAWeekOld() throws IOException {
        Path left = aged(posted(run()), ContentSweep.AGE.minusSeconds(1));
        look(sweep(run()), 1000);
        assertThat(left).exists();
    }

    @Test
    void removesNothingBeforeItWasQuietSeveralTimesInARow() throws IOException {
        Path left = posted(run());
        ContentSweep sweep = sweep(run());
        look(sweep, ContentSweep.LOOKS - 1);
        quiet = false;
        look(sweep, 1);
        quiet = true;
        look(sweep, ContentSweep.LOOKS - 1);
        assertThat(left).exists();
        look(sweep, 1);
        assertThat(left).doesNotExist();
    }

    @Test
    void removesNothingWhileAnyMessageMightReferToIt() throws IOException {
        Path left = posted(run());
        quiet = false;
        look(sweep(run()), 1000);
        assertThat(left).exists();
    }

    @Test
    void doesNotAskTheBrokerWhenThereIsNothingToRemove() throws IOException {
        Contents contents = run();
        posted(contents);
        look(sweep(contents), 10);
        assertThat(asked).isZero();
    }
}

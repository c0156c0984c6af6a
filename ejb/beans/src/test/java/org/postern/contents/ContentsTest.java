package org.postern.contents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.config.DataFolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;

class ContentsTest {
    @TempDir
    private Path data;
    private Duration now = Duration.ofDays(1);
    private Contents contents;

    @BeforeEach
    void begin() {
        contents = new Contents(new DataFolder(data), () -> now.toNanos());
    }

    private String posted() throws IOException {
        try (PostedContents transaction = contents.forPosting()) {
            String name = transaction.keep(ArrivedFile.of(data, 1000)).name();
            transaction.force();
            return name;
        }
    }

    private boolean isThereAfter(String name, Duration time) {
        now = now.plus(time);
        contents.removeSpent();
        return Files.exists(data.resolve("content").resolve(name));
    }

    @Test
    void whatIsSpentGoesAfterAWhile() throws IOException {
        String name = posted();
        contents.spend(name, 1000);
        assertThat(isThereAfter(name, SpentContents.WAIT.minusMillis(1))).isTrue();
        assertThat(isThereAfter(name, Duration.ofMillis(1))).isFalse();
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> contents.take(name));
    }

    @Test
    void atTheEndOfARunWhatIsSpentGoesSooner() throws IOException {
        String waits = posted();
        String early = posted();
        String late = posted();
        contents.spend(early, 1000);
        now = now.plus(SpentContents.LEAST_WAIT);
        contents.spend(late, 1000);
        contents.removeSpentAtTheEnd();
        assertThat(data.resolve("content").resolve(early)).doesNotExist();
        assertThat(data.resolve("content").resolve(late)).exists();
        assertThat(data.resolve("content").resolve(waits)).exists();
    }

    @Test
    void whatIsNotSpentStays() throws IOException {
        assertThat(isThereAfter(posted(), Duration.ofDays(1))).isTrue();
    }

    @Test
    void whatIsTakenAgainStaysUntilItIsSpentAgain() throws IOException {
        String name = posted();
        contents.spend(name, 1000);
        assertThat(contents.take(name).size()).isEqualTo(1000);
        assertThat(isThereAfter(name, Duration.ofDays(1))).isTrue();
        contents.spend(name, 1000);
        assertThat(isThereAfter(name, SpentContents.WAIT)).isFalse();
    }

    @Test
    void veryMuchGoesSooner() throws IOException {
        String first = posted();
        String second = posted();
        contents.spend(first, SpentContents.MANY);
        assertThat(isThereAfter(first, SpentContents.LEAST_WAIT)).isTrue();
        contents.spend(second, 1);
        assertThat(isThereAfter(first, Duration.ZERO)).isFalse();
        assertThat(isThereAfter(second, SpentContents.LEAST_WAIT)).as("now it is little again").isTrue();
        assertThat(isThereAfter(second, SpentContents.WAIT)).isFalse();
    }

    @Test
    void spendingTwiceCountsFromTheSecondTime() throws IOException {
        String name = posted();
        contents.spend(name, 1000);
        now = now.plusSeconds(4);
        contents.spend(name, 1000);
        assertThat(isThereAfter(name, Duration.ofSeconds(4))).isTrue();
        assertThat(isThereAfter(name, Duration.ofSeconds(1))).isFalse();
    }
}

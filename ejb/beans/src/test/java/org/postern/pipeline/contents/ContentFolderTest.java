package org.postern.pipeline.contents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class ContentFolderTest {
    @TempDir
    private Path spool;
    @TempDir
    private Path place;

    private ContentFolder folder() {
        return new ContentFolder(place.resolve("content"));
    }

    private Path file(String name) {
        return place.resolve("content").resolve(name);
    }

    @Test
    void keepsTheFileThatIsThereAlready() throws IOException {
        ContentFolder folder = folder();
        ArrivedFile arrived = ArrivedFile.of(spool, 100_000);
        String name = folder.link(arrived);
        folder.forceNames();
        assertThat(Files.isSameFile(file(name), arrived.file())).isTrue();
        assertThat(folder.find(name).size()).isEqualTo(100_000);
        assertThat(folder.find(name).open()).hasSameContentAs(arrived.open());
    }

    @Test
    void theFileOutlivesTheNameItHad() throws IOException {
        ContentFolder folder = folder();
        ArrivedFile arrived = ArrivedFile.of(spool, 100_000);
        byte[] octets = Files.readAllBytes(arrived.file());
        String name = folder.link(arrived);
        Files.delete(arrived.file());
        assertThat(folder.find(name).open()).hasBinaryContent(octets);
    }

    @Test
    void eachKeepingHasANameOfItsOwnWhichCanBeGivenOn() throws IOException {
        ContentFolder folder = folder();
        String first = folder.link(ArrivedFile.of(spool, 1000));
        String second = folder.link(folder.find(first));
        folder.discard(first);
        assertThat(folder.find(second).size()).isEqualTo(1000);
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> folder.find(first));
    }

    @Test
    void aCopyIsReadableByItsOwnerAlone() throws IOException {
        ContentFolder folder = folder();
        ArrivedFile arrived = ArrivedFile.of(spool, 100_000);
        String name = folder.copy(arrived);
        assertThat(Files.isSameFile(file(name), arrived.file())).isFalse();
        assertThat(file(name)).hasSameBinaryContentAs(arrived.file());
        assertThat(Files.getPosixFilePermissions(file(name)))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void whatCannotBeKeptLeavesNothing() throws IOException {
        ContentFolder folder = folder();
        ArrivedFile gone = ArrivedFile.of(spool, 10);
        Files.delete(gone.file());
        assertThatIOException().isThrownBy(() -> folder.link(gone));
        assertThatIOException().isThrownBy(() -> folder.copy(gone));
        assertThat(place.resolve("content")).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../a-b-c", "a-b-c/..", "/etc/passwd", "a-b", "a-b-c-d", "A-b-c", "a-b-",
            "a-b-c\n", "a-b-c\0", "a-b-aaaaaaaaaaaaaa", "a\\b-b-c", "%2e-b-c", "ａ-b-c"})
    void looksForNothingButNamesOfItsOwn(String name) {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> folder().find(name));
    }

    @Test
    void tellsWhatEarlierRunsHaveLeftFromItsOwnAndFromWhatIsForeign() throws IOException {
        String earlier = folder().link(ArrivedFile.of(spool, 10));
        ContentFolder now = folder();
        now.link(ArrivedFile.of(spool, 10));
        Files.createFile(file("README"));
        Files.createDirectory(file("1-2-3"));
        Files.createSymbolicLink(file("4-5-6"), ArrivedFile.of(spool, 10).file());
        assertThat(now.ofEarlierRuns()).containsExactly(earlier);
    }

    @Test
    void aFolderThatIsNotThereHoldsNothing() throws IOException {
        assertThat(folder().ofEarlierRuns()).isEmpty();
        folder().discard("1-2-3");
    }
}

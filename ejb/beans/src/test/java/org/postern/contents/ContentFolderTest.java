package org.postern.contents;

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
import java.time.Instant;
import java.util.Set;

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
        assertThat(place.resolve("content"))
                .isDirectoryNotContaining(file -> ContentFolder.isName(file.getFileName().toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../a-b-c-d", "a-b-c-d/..", "/etc/passwd", "a-b-c", "a-b-c-d-e", "A-b-c-d",
            "a-b-c-", "a-b-c-d\n", "a-b-c-d\0", "a-b-c-aaaaaaaaaaaaaa", "a\\b-b-c-d", "%2e-b-c-d", "ａ-b-c-d"})
    void looksForNothingButNamesOfItsOwn(String name) {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> folder().find(name));
    }

    @Test
    void tellsWhatEarlierRunsHaveLeftFromItsOwnAndFromWhatIsForeign() throws IOException {
        String earlier = folder().link(ArrivedFile.of(spool, 10));
        ContentFolder now = folder();
        now.link(ArrivedFile.of(spool, 10));
        String id = Files.readString(file(ContentFolder.ID));
        Files.createFile(file("README"));
        Files.createFile(file("1-2-3-4"));
        Files.createDirectory(file(id + "-2-3-4"));
        Files.createSymbolicLink(file(id + "-5-6-7"), ArrivedFile.of(spool, 10).file());
        assertThat(now.ofEarlierRuns(Set.of(), Instant.now().plusSeconds(60))).containsExactly(earlier);
        assertThat(now.ofEarlierRuns(Set.of(), Instant.EPOCH)).isEmpty();
        assertThat(now.ofEarlierRuns(Set.of(earlier.split("-", 3)[1]), Instant.EPOCH)).containsExactly(earlier);
    }

    @Test
    void aFolderThatIsNotThereHoldsNothing() throws IOException {
        assertThat(folder().ofEarlierRuns(Set.of(), Instant.now().plusSeconds(60))).isEmpty();
        folder().discard("1-2-3-4");
    }

    @Test
    void givesNoNamesThatItWouldNotFindAgain() throws IOException {
        folder().link(ArrivedFile.of(spool, 10));
        Files.writeString(file(ContentFolder.ID), "edited\n");
        assertThatIOException().isThrownBy(() -> folder().link(ArrivedFile.of(spool, 10)))
                .withMessageContaining("damaged");
    }

    @Test
    void aContentIsNotGoneBecauseTheFolderIs() throws IOException {
        ContentFolder folder = folder();
        String name = folder.link(ArrivedFile.of(spool, 10));
        Path elsewhere = Files.move(place.resolve("content"), place.resolve("elsewhere"));
        assertThatIOException().isThrownBy(() -> folder.find(name))
                .withMessageContaining("not the folder");
        assertThatIOException().isThrownBy(() -> folder.link(ArrivedFile.of(spool, 10)));
        ContentFolder another = folder();
        another.link(ArrivedFile.of(spool, 10));
        assertThatIOException().isThrownBy(() -> another.find(name)).withMessageContaining("another folder");
        Files.move(place.resolve("content"), place.resolve("other"));
        Files.move(elsewhere, place.resolve("content"));
        assertThat(folder().find(name).size()).isEqualTo(10);
    }
}

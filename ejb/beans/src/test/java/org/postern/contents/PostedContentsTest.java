package org.postern.contents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.mail.Content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class PostedContentsTest {
    private static final byte[] FIELD = "Received: x\r\n".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path spool;
    @TempDir
    private Path place;
    private ArrivedFile arrived;

    @BeforeEach
    void arrive() throws IOException {
        arrived = ArrivedFile.of(spool, 300_000);
    }

    private PostedContents transaction() {
        return new PostedContents(new ContentFolder(place));
    }

    private static boolean isContent(Path file) {
        return ContentFolder.isName(file.getFileName().toString());
    }

    private boolean isTheArrived(PostedContents.Kept kept) throws IOException {
        return Files.isSameFile(place.resolve(kept.name()), arrived.file());
    }

    @Test
    void whatStandsInFrontOfAFileStaysWithTheMessage() throws IOException {
        try (PostedContents contents = transaction()) {
            PostedContents.Kept kept = contents.keep(Content.join(FIELD, arrived));
            assertThat(kept.front().open()).hasBinaryContent(FIELD);
            assertThat(isTheArrived(kept)).isTrue();
        }
    }

    @Test
    void aFileByItselfHasNothingInFront() throws IOException {
        try (PostedContents contents = transaction()) {
            PostedContents.Kept kept = contents.keep(arrived);
            assertThat(kept.front().size()).isZero();
            assertThat(isTheArrived(kept)).isTrue();
        }
    }

    @Test
    void whatIsNoFileIsCopiedAsAWhole() throws IOException {
        Content odd = Content.join(Content.join(FIELD, arrived), FIELD);
        try (PostedContents contents = transaction()) {
            PostedContents.Kept kept = contents.keep(odd);
            assertThat(kept.front().size()).isZero();
            assertThat(place.resolve(kept.name())).hasBinaryContent(odd.open().readAllBytes());
        }
    }

    @Test
    void aFileOfAnotherFileSystemIsCopied() throws IOException {
        Content elsewhere = Content.join(FIELD, arrived.elsewhere());
        try (PostedContents contents = transaction()) {
            PostedContents.Kept kept = contents.keep(elsewhere);
            assertThat(place.resolve(kept.name())).hasBinaryContent(elsewhere.open().readAllBytes());
        }
    }

    @Test
    void isGoneWhenTheCommitWasNotTried() throws IOException {
        try (PostedContents contents = transaction()) {
            contents.keep(arrived);
            contents.keep(arrived);
        }
        assertThat(place).isDirectoryNotContaining(PostedContentsTest::isContent);
        assertThat(arrived.file()).exists();
    }

    @Test
    void isGoneWhenTheCommitWasRefused() throws IOException {
        try (PostedContents contents = transaction()) {
            contents.keep(arrived);
            contents.force();
            contents.refused();
        }
        assertThat(place).isDirectoryNotContaining(PostedContentsTest::isContent);
    }

    @Test
    void staysWhenTheCommitMayHaveBeenDone() throws IOException {
        try (PostedContents contents = transaction()) {
            contents.keep(arrived);
            contents.force();
        }
        assertThat(place).isDirectoryContaining(file -> file.toFile().length() == 300_000);
    }

    @Test
    void whatCannotBeReadIsNotKept() throws IOException {
        Files.delete(arrived.file());
        try (PostedContents contents = transaction()) {
            assertThatIOException().isThrownBy(() -> contents.keep(arrived));
        }
        assertThat(place).isDirectoryNotContaining(PostedContentsTest::isContent);
    }
}

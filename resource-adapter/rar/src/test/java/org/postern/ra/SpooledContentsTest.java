package org.postern.ra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.mail.Content;
import org.postern.mail.FiledContent;
import org.postern.smtp.server.ContentSink;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

class SpooledContentsTest {
    private static final int THRESHOLD = 256 * 1024;
    private static final long MEMORY = 1L << 20;

    @TempDir
    private Path folder;
    private static final InetAddress CLIENT = InetAddress.ofLiteral("192.0.2.1");
    private final SessionMemory memory = SessionMemory.of(MEMORY * 8);
    private final Quota budget = memory.contents();

    private ContentSink begin(long declared) throws IOException {
        return contents(folder, THRESHOLD).begin(CLIENT, declared);
    }

    private SpooledContents contents(Path spool, int threshold) {
        return new SpooledContents(new SpoolRoom(new ListenerSettings.Spool(spool, threshold, 1 << 24, 0, 95)),
                threshold, memory,
                () -> 0);
    }

    private static byte[] octets(int count) {
        byte[] octets = new byte[count];
        new Random(count).nextBytes(octets);
        return octets;
    }

    private static void write(ContentSink sink, byte[] octets, int step) throws IOException {
        for (int i = 0; i < octets.length; i += step) {
            sink.write(octets, i, Math.min(step, octets.length - i));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4096, 8192, 8193, 100_000, THRESHOLD, THRESHOLD + 1, 1_000_000})
    void whatIsWrittenIsWhatIsRead(int size) throws IOException {
        byte[] octets = octets(size);
        for (int step : new int[]{77, 8192, 16_384, 1_000_000}) {
            ContentSink sink = begin(0);
            write(sink, octets, step);
            Content content = sink.complete();

            assertThat(content.size()).isEqualTo(size);
            assertThat(read(content)).isEqualTo(octets);
            assertThat(read(content)).as("a second time").isEqualTo(octets);
            assertThat(written(content)).isEqualTo(octets);
            sink.discard();
        }
        assertThat(budget.free()).as("memory is given back").isEqualTo(MEMORY);
    }

    private static byte[] read(Content content) throws IOException {
        try (InputStream in = content.open()) {
            return in.readAllBytes();
        }
    }

    private static byte[] written(Content content) throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        content.writeTo(target);
        return target.toByteArray();
    }

    @Test
    void contentUpToTheThresholdStaysInMemory() throws IOException {
        ContentSink sink = begin(0);
        write(sink, octets(THRESHOLD), 10_000);
        assertThat(sink.complete()).isInstanceOf(MemoryContent.class);
    }

    @Test
    void largerContentGivesItsMemoryBack() throws IOException {
        ContentSink sink = begin(0);
        write(sink, octets(THRESHOLD + 1), 10_000);
        assertThat(sink.complete()).isInstanceOf(SpoolFile.class);
        assertThat(budget.free()).isEqualTo(MEMORY);
    }

    @Test
    void whatIsDeclaredLargeGoesToDiskAtOnce() throws IOException {
        ContentSink sink = begin(THRESHOLD + 1);
        assertThat(budget.free()).isEqualTo(MEMORY);
        assertThat(sink.complete()).isInstanceOf(SpoolFile.class);
    }

    @Test
    void aDeclaredSizeIsAllocatedOnce() throws IOException {
        ContentSink sink = begin(5000);
        write(sink, octets(5000), 1000);
        assertThat(budget.free()).isEqualTo(MEMORY - 5000);
    }

    @Test
    void aFalseDeclarationReservesLittle() throws IOException {
        ContentSink sink = begin(THRESHOLD);
        assertThat(budget.free()).isEqualTo(MEMORY - 64 * 1024);
        sink.discard();
    }

    @Test
    void whenMemoryIsShortContentGoesToDisk() throws IOException {
        for (int others = 0; others < 16; others++) {
            budget.heldBy(InetAddress.ofLiteral("192.0.2." + (100 + others))).grow(budget.free() / 2);
        }
        byte[] octets = octets(50_000);
        ContentSink sink = begin(0);
        write(sink, octets, 1000);
        assertThat(sink.complete()).isInstanceOf(SpoolFile.class);
        assertThat(read(sink.complete())).isEqualTo(octets);
        assertThat(begin(30_000).complete()).isInstanceOf(SpoolFile.class);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void nothingIsLeftInTheFolder() throws IOException {
        ContentSink sink = begin(0);
        write(sink, octets(THRESHOLD * 2), 10_000);
        assertThat(files()).hasSize(1);
        sink.discard();
        assertThat(files()).isEmpty();
    }

    @Test
    void othersCannotReadWhatArrives() throws IOException {
        begin(THRESHOLD + 1);
        assertThat(Files.getPosixFilePermissions(files().getFirst()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void theReceiverKeepsTheFileUnderAnotherName() throws IOException {
        byte[] octets = octets(THRESHOLD * 2);
        ContentSink sink = begin(0);
        write(sink, octets, 10_000);
        Path kept = folder.resolve("kept");
        ((FiledContent) sink.complete()).link(kept);
        sink.discard();
        assertThat(kept).hasBinaryContent(octets);
        assertThat(files()).containsExactly(kept);
    }

    @Test
    void whatAKilledServerHasLeftIsRemoved() throws IOException {
        ContentSink arriving = begin(THRESHOLD + 1);
        Path now = files().getFirst();
        Files.createFile(folder.resolve("arriving-" + UUID.randomUUID() + "-" + UUID.randomUUID()));
        Path foreign = Files.createFile(folder.resolve("arriving-tomorrow"));
        begin(1);
        assertThat(files()).containsExactlyInAnyOrder(now, foreign);
        arriving.discard();
    }

    @Test
    void discardingFreesEverythingAtAnyTime() throws IOException {
        ContentSink small = begin(0);
        small.write(octets(10), 0, 10);
        small.discard();
        ContentSink large = begin(0);
        write(large, octets(THRESHOLD * 2), 10_000);
        Content content = large.complete();
        large.discard();

        assertThat(budget.free()).isEqualTo(MEMORY);
        assertThatIOException().isThrownBy(() -> read(content));
    }

    @Test
    void aFolderThatIsMissingIsMade() throws IOException {
        Path deeper = folder.resolve("a/b");
        ContentSink sink = contents(deeper, 0).begin(CLIENT, 1);
        sink.write(octets(10), 0, 10);
        assertThat(sink.complete().size()).isEqualTo(10);
    }

    @Test
    void aFolderThatCannotBeUsedIsAnIOException() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        SpooledContents contents = contents(file, 0);
        assertThatIOException().isThrownBy(() -> contents.begin(CLIENT, 1));
    }
}

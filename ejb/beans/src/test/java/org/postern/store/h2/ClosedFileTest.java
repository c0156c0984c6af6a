package org.postern.store.h2;

import static org.assertj.core.api.Assertions.assertThat;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;

/**
 * Why {@code postern.cli} never lets H2 close its file: {@code closed.mv.db} is one that a gateway closed in its twelfth version. When the first of these
 * fails, H2 has been mended, and may be closed again.
 */
class ClosedFileTest {
    private static final int HEADERS = 8192;

    @TempDir
    Path folder;

    @Test
    void whatH2HasClosedWellItMayTakeForAnOldVersion() throws IOException {
        assertThat(version(file())).isEqualTo(5);
    }

    @Test
    void theSameFileWithoutTheMarkOfAGoodEndIsTakenForWhatItIs() throws IOException {
        Path file = file();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(HEADERS / 2).put(0, unmarked(file)), 0);
            channel.write(ByteBuffer.allocate(HEADERS / 2).put(0, unmarked(file)), HEADERS / 2);
        }
        assertThat(version(file)).isEqualTo(12);
    }

    /** {@return the header as it would be of a file that nobody has closed} */
    private static byte[] unmarked(Path file) throws IOException {
        String header;
        try (InputStream in = Files.newInputStream(file)) {
            header = new String(in.readNBytes(HEADERS / 2), StandardCharsets.ISO_8859_1).strip();
        }
        String open = header.substring(0, header.lastIndexOf(",fletcher:")).replace(",clean:1", "");
        byte[] octets = open.getBytes(StandardCharsets.ISO_8859_1);
        int checksum = DataUtils.getFletcher32(octets, 0, octets.length);
        return (open + ",fletcher:" + Integer.toHexString(checksum) + "\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static long version(Path file) {
        try (MVStore store = new MVStore.Builder().fileName(file.toString()).readOnly().open()) {
            return store.getCurrentVersion();
        }
    }

    private Path file() throws IOException {
        Path file = folder.resolve("closed.mv.db");
        try (InputStream packed = ClosedFileTest.class.getResourceAsStream("closed.mv.db.gz");
                InputStream octets = new GZIPInputStream(packed)) {
            Files.copy(octets, file);
        }
        return file;
    }
}

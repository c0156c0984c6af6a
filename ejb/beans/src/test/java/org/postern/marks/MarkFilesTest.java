package org.postern.marks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

class MarkFilesTest {
    private static final int CAPACITY = 1000;

    @TempDir
    private Path folder;

    private MarkFiles.Begun begin() throws IOException {
        return MarkFiles.begin(folder, CAPACITY);
    }

    private static void write(MarkFiles files, String... texts) throws IOException {
        for (String text : texts) {
            files.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<String> texts(MarkFiles.Begun begun) {
        return begun.earlier().stream().map(octets -> new String(octets, StandardCharsets.UTF_8)).toList();
    }

    @Test
    void whatWasWrittenIsThereAfterAnEndWithoutWarning() throws IOException {
        write(begin().files(), "one", "two");
        assertThat(texts(begin())).containsExactly("one", "two");
    }

    @Test
    void isThereAfterSeveralEndsInARow() throws IOException {
        write(begin().files(), "one");
        write(begin().files(), "two");
        begin();
        begin();
        assertThat(texts(begin())).endsWith("two").contains("one");
    }

    @Test
    void keepsTheLatestWithinTwiceItsCapacity() throws IOException {
        List<String> all = new ArrayList<>();
        MarkFiles files = begin().files();
        for (int i = 0; i < 1000; i++) {
            all.add("record " + i);
            write(files, "record " + i);
        }
        try (Stream<Path> there = Files.list(folder)) {
            assertThat(there.mapToLong(file -> file.toFile().length()).sum()).isLessThanOrEqualTo(2 * CAPACITY);
        }
        List<String> kept = texts(begin());
        assertThat(kept).hasSizeGreaterThan(30).isEqualTo(all.subList(all.size() - kept.size(), all.size()));
    }

    @Test
    void aRecordThatWasCutOffIsNoneAndCostsNoOther() throws IOException {
        write(begin().files(), "one", "two");
        try (Stream<Path> there = Files.list(folder)) {
            Path file = there.filter(one -> one.toFile().length() > 0).findFirst().orElseThrow();
            byte[] octets = Files.readAllBytes(file);
            Files.write(file, java.util.Arrays.copyOf(octets, octets.length - 1), StandardOpenOption.TRUNCATE_EXISTING);
        }
        assertThat(texts(begin())).containsExactly("one");
    }

    @Test
    void whatIsNoRecordEndsTheReading() throws IOException {
        write(begin().files(), "one");
        try (Stream<Path> there = Files.list(folder)) {
            for (Path file : there.toList()) {
                Files.write(file, new byte[]{127, 127, 127, 127, 1, 2, 3, 4, 5}, StandardOpenOption.APPEND);
            }
        }
        assertThat(texts(begin())).containsExactly("one");
    }
}

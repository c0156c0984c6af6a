package org.postern.it.times;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

class SlowestClassesTest {
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    private Path root;

    private void report(String place, String name, String seconds, Instant written) throws IOException {
        Path folder = Files.createDirectories(root.resolve(place));
        Path file = Files.writeString(folder.resolve("TEST-" + name + ".xml"),
                "<testsuite name=\"%s\" time=\"%s\" tests=\"2\"><testcase name=\"x\"/></testsuite>".formatted(name,
                        seconds));
        Files.setLastModifiedTime(file, FileTime.from(written));
    }

    @Test
    void theSlowestComesFirstAndTheSumLast() throws IOException {
        report("a/b/target/surefire-reports", "QuickTest", "0.25", START);
        report("c/target/failsafe-reports", "SlowIT", "1234.5", START.plusSeconds(1));
        report("c/target/failsafe-reports", "OldIT", "99", START.minusSeconds(1));
        assertThat(SlowestClasses.table(root, START).lines()).containsExactly(
                "The slowest test classes (several run at a time):", "seconds tests", " 1234.5     2 SlowIT",
                "    0.3     2 QuickTest", " 1234.8     4 all 2 classes");
    }

    @Test
    void noReportNoTable() {
        assertThat(SlowestClasses.table(root, START)).isEmpty();
    }
}

package org.postern.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder for a while, which other users of the machine may enter; removed on close, with all that is in it.
 *
 * @param path where it is
 */
public record WorkFolder(Path path) implements AutoCloseable {
    /** {@return a new folder in {@code parent}, which is made when it does not exist} */
    public static WorkFolder in(Path parent, String prefix) {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(parent), prefix);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            return new WorkFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.postern.it.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file system in memory that can be filled. Mounting needs root. */
public final class SmallDisk implements AutoCloseable {
    private final WorkFolder folder = WorkFolder.in(Path.of(System.getProperty("postern.root"), "src-it/target"),
            "disk-");

    private SmallDisk() {}

    /** {@return a disk of so many mebibytes} */
    public static SmallDisk of(int mebibytes) {
        SmallDisk disk = new SmallDisk();
        Commands.run(List.of("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", disk.path().toString()));
        return disk;
    }

    /** {@return whether the user of this process may mount} */
    public static boolean isPossible() {
        return System.getProperty("user.name").equals("root");
    }

    public Path path() {
        return folder.path();
    }

    /** Fills the disk until only this many octets are left. */
    public void fillUpTo(long left) {
        try (OutputStream ballast = Files.newOutputStream(ballast())) {
            FileStore disk = Files.getFileStore(path());
            byte[] block = new byte[1 << 16];
            while (disk.getUsableSpace() - block.length >= left) {
                ballast.write(block);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes away what {@link #fillUpTo} has put there. */
    public void relieve() {
        try {
            Files.deleteIfExists(ballast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path ballast() {
        return path().resolve("ballast");
    }

    @Override
    public void close() {
        Commands.run(List.of("umount", "-l", path().toString()));
        folder.close();
    }
}

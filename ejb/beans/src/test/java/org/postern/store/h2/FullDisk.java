package org.postern.store.h2;

import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

import java.io.IOException;
import java.nio.channels.FileChannel;

/** H2's files on a disk of the test, which is full when the test says so: {@code jdbc:h2:full:/folder/name}. */
public final class FullDisk extends FilePathWrapper {
    private static volatile boolean isFull;

    static void register() {
        FilePath.register(new FullDisk());
    }

    static void isFull(boolean now) {
        isFull = now;
    }

    @Override
    public String getScheme() {
        return "full";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new GuardedFile(super.open(mode), FullDisk::demandRoom);
    }

    private static void demandRoom() throws IOException {
        if (isFull) {
            throw new IOException("No space left on device");
        }
    }
}

package org.postern.store.h2;

import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.CountDownLatch;

/** H2's files on a disk of the test that takes nothing until the test lets it: {@code jdbc:h2:async:slow:/folder/name}. */
public final class SlowDisk extends FilePathWrapper {
    private static volatile CountDownLatch gate = new CountDownLatch(0);

    /** Made by H2, when it is registered and for each file. */
    public SlowDisk() {}

    public static void register() {
        FilePath.register(new SlowDisk());
    }

    public static void hold() {
        gate = new CountDownLatch(1);
    }

    public static void letGo() {
        gate.countDown();
    }

    @Override
    public String getScheme() {
        return "slow";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new GuardedFile(super.open(mode), SlowDisk::await);
    }

    private static void await() throws IOException {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}

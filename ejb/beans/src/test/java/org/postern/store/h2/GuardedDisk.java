package org.postern.store.h2;

import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** H2's files on a disk of the test, which writes when the test lets it: {@code jdbc:h2:guarded:/folder/name}. */
public final class GuardedDisk extends FilePathWrapper {
    private static volatile Guard guard = Guard.NONE;

    /** Returns when octets may be written, or says why they can't be. */
    @FunctionalInterface
    public interface Guard {
        /** Lets all be written. */
        Guard NONE = () -> {
        };

        void beforeWrite() throws IOException;
    }

    /** Made by H2, when it is registered and for each file. */
    public GuardedDisk() {}

    /** From now on H2 knows it, and this guards what it writes. */
    public static void guardedBy(Guard now) {
        guard = now;
        FilePath.register(new GuardedDisk());
    }

    @Override
    public String getScheme() {
        return "guarded";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new GuardedFile(super.open(mode));
    }

    private static final class GuardedFile extends PassingChannel {
        GuardedFile(FileChannel base) {
            super(base);
        }

        @Override
        public int write(ByteBuffer octets) throws IOException {
            guard.beforeWrite();
            return super.write(octets);
        }

        @Override
        public synchronized int write(ByteBuffer octets, long position) throws IOException {
            guard.beforeWrite();
            return super.write(octets, position);
        }
    }
}

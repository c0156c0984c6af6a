package org.postern.store.h2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A file that is written when its test lets it. */
final class GuardedFile extends PassingChannel {
    private final Guard guard;

    /** Returns when octets may be written, or says why they can't be. */
    @FunctionalInterface
    interface Guard {
        void beforeWrite() throws IOException;
    }

    GuardedFile(FileChannel base, Guard guard) {
        super(base);
        this.guard = guard;
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

package org.postern.store.h2;

import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;

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
        return new Channel(super.open(mode));
    }

    private static final class Channel extends FileBase {
        private final FileChannel base;

        Channel(FileChannel base) {
            this.base = base;
        }

        private static void demandRoom() throws IOException {
            if (isFull) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public int write(ByteBuffer octets) throws IOException {
            demandRoom();
            return base.write(octets);
        }

        @Override
        public synchronized int write(ByteBuffer octets, long position) throws IOException {
            demandRoom();
            return base.write(octets, position);
        }

        @Override
        public int read(ByteBuffer octets) throws IOException {
            return base.read(octets);
        }

        @Override
        public synchronized int read(ByteBuffer octets, long position) throws IOException {
            return base.read(octets, position);
        }

        @Override
        public long position() throws IOException {
            return base.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            base.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return base.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            base.truncate(size);
            return this;
        }

        @Override
        public void force(boolean everything) throws IOException {
            base.force(everything);
        }

        @Override
        public synchronized FileLock tryLock(long position, long size, boolean isShared) throws IOException {
            return base.tryLock(position, size, isShared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            base.close();
        }
    }
}

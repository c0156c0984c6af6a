package org.postern.store.h2;

import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/** H2's files on a disk that keeps each step by which its databases have become what they are: {@code jdbc:h2:recorded:/folder/name}. One at a time. */
public final class RecordedDisk extends FilePathWrapper {
    private static final String DATABASE = ".mv.db";
    private static final List<Step> STEPS = new ArrayList<>();

    /** What was done to a file. */
    sealed interface Step {
        /** Octets were written there: all that the buffer has, from its beginning on. */
        record Written(long position, ByteBuffer octets) implements Step {}

        /** It was cut to this size. */
        record CutTo(long size) implements Step {}
    }

    static void register() {
        FilePath.register(new RecordedDisk());
        synchronized (STEPS) {
            STEPS.clear();
        }
    }

    /** {@return all steps so far, in their order} */
    static List<Step> steps() {
        synchronized (STEPS) {
            return List.copyOf(STEPS);
        }
    }

    @Override
    public String getScheme() {
        return "recorded";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        FileChannel base = super.open(mode);
        return getName().endsWith(DATABASE) ? new Channel(base) : base;
    }

    private static final class Channel extends PassingChannel {
        Channel(FileChannel base) {
            super(base);
        }

        @Override
        public int write(ByteBuffer octets) throws IOException {
            long position = position();
            int written = write(octets, position);
            position(position + written);
            return written;
        }

        @Override
        public synchronized int write(ByteBuffer octets, long position) throws IOException {
            ByteBuffer kept = octets.duplicate();
            synchronized (STEPS) {
                int written = super.write(octets, position);
                byte[] copy = new byte[written];
                kept.get(copy);
                STEPS.add(new Step.Written(position, ByteBuffer.wrap(copy).asReadOnlyBuffer()));
                return written;
            }
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            synchronized (STEPS) {
                super.truncate(size);
                STEPS.add(new Step.CutTo(size));
                return this;
            }
        }
    }
}

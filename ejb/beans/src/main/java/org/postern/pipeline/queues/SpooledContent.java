package org.postern.pipeline.queues;

import org.postern.mail.Content;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Content on its way out of a queue: small in memory, large in a file without a name, so that a crash leaves nothing behind.
 */
abstract sealed class SpooledContent implements Content, Closeable {

    static SpooledContent inMemory(byte[] octets) {
        return new InMemory(octets);
    }

    /** {@return empty content, to be filled once} */
    static InFile inFile(Path spool) throws IOException {
        Files.createDirectories(spool);
        Path name = spool.resolve("out-" + Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), 36));
        return new InFile(FileChannel.open(name, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ,
                StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)));
    }

    private static final class InMemory extends SpooledContent {
        private final byte[] octets;

        InMemory(byte[] octets) {
            this.octets = octets;
        }

        @Override
        public long size() {
            return octets.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(octets);
        }

        @Override
        public void writeTo(OutputStream target) throws IOException {
            target.write(octets);
        }

        @Override
        public void close() {
            // nothing is held
        }
    }

    /** Octets in a file; each stream has its own position. */
    static final class InFile extends SpooledContent {
        private final FileChannel file;
        private long size;

        private InFile(FileChannel file) {
            this.file = file;
        }

        /** {@return where the octets go; closing it ends the filling and leaves the content readable} */
        OutputStream fill() {
            return new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16) {
                @Override
                public void close() throws IOException {
                    flush();
                    size = file.size();
                }
            };
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public InputStream open() {
            return new PositionedStream(file);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    private static final class PositionedStream extends InputStream {
        private final FileChannel file;
        private long position;

        PositionedStream(FileChannel file) {
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = file.read(ByteBuffer.wrap(target, offset, length), position);
            position += Math.max(count, 0);
            return count;
        }
    }
}

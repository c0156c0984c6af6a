package org.postern.broker;

import org.postern.mail.Content;
import org.postern.mail.FileOctets;
import org.postern.mail.FiledContent;
import org.postern.mail.OwnerOnly;
import org.postern.mail.SpoolNames;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * Content on its way out of a queue: small in memory, large in a file. The file has a name while it is used, so that the content can get
 * another one without being copied; what a crash leaves is removed at the next start.
 */
abstract sealed class SpooledContent implements Content, Closeable {
    private static final SpoolNames NAMES = new SpoolNames("out");
    private static final Set<OpenOption> OPTIONS = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ,
            StandardOpenOption.WRITE);

    static SpooledContent inMemory(byte[] octets) {
        return new InMemory(octets);
    }

    /** {@return empty content, to be filled once} */
    static InFile inFile(Path spool) throws IOException {
        Path name = NAMES.next(spool);
        return new InFile(name, FileChannel.open(name, OPTIONS, OwnerOnly.file(name)));
    }

    /** Removes what a killed server has left; what is in use now stays. */
    static void removeLeftovers(Path spool) {
        try {
            NAMES.removeLeftovers(spool);
        } catch (IOException e) {
            QueuesLog.LOG.spoolNotCleared(spool.toString(), e.toString());
        }
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
    static final class InFile extends SpooledContent implements FiledContent {
        private final Path name;
        private final FileChannel file;
        private long size;

        private InFile(Path name, FileChannel file) {
            this.name = name;
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
            return new FileOctets(file::read, size);
        }

        @Override
        public void link(Path other) throws IOException {
            Files.createLink(other, name);
        }

        /** Does not fail for the name: it goes at the next start, and what is done with the content is done. */
        @Override
        public void close() throws IOException {
            file.close();
            try {
                Files.deleteIfExists(name);
            } catch (IOException e) {
                QueuesLog.LOG.spoolNotCleared(name.toString(), e.toString());
            }
        }
    }
}

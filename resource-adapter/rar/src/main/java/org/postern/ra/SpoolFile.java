package org.postern.ra;

import org.postern.mail.FileOctets;
import org.postern.mail.FiledContent;
import org.postern.mail.OwnerOnly;
import org.postern.mail.SpoolNames;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * Content in a file while it arrives. The file has a name until it is released, so that whoever receives the content can keep the file by
 * giving it another one. What a killed server leaves is removed at the next start. Only its owner can ever read it.
 */
final class SpoolFile implements FiledContent {
    private static final SpoolNames NAMES = new SpoolNames("arriving");
    private static final int BLOCK = 8 * 1024;
    private static final int READ = 64 * 1024;
    private static final Set<OpenOption> OPTIONS = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ,
            StandardOpenOption.WRITE);

    private final Path name;
    private final FileChannel file;
    private final SpoolRoom room;
    private final Quota.Holding held;
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK);
    private long size;

    private SpoolFile(Path name, FileChannel file, SpoolRoom room, Quota.Holding held) {
        this.name = name;
        this.file = file;
        this.room = room;
        this.held = held;
    }

    /**
     * {@return a new, empty file for content of this client}
     *
     * @throws IOException when the folder can neither be used nor made
     */
    static SpoolFile in(SpoolRoom room, InetAddress client) throws IOException {
        Path path = NAMES.next(room.folder());
        return new SpoolFile(path, FileChannel.open(path, OPTIONS, OwnerOnly.file(path)), room, room.heldBy(client));
    }

    /** Removes what a killed server has left here; what is arriving now stays. */
    static void removeLeftovers(Path folder) throws IOException {
        NAMES.removeLeftovers(folder);
    }

    /** @throws IOException when there is no room for them, or the file takes no more */
    void append(byte[] octets, int offset, int length) throws IOException {
        while (size + length > held.octets()) {
            room.grow(held);
        }
        if (length > block.remaining()) {
            flush();
        }
        if (length > block.remaining()) {
            write(ByteBuffer.wrap(octets, offset, length));
        } else {
            block.put(octets, offset, length);
        }
        size += length;
    }

    /** Hands everything to the file; to be called after the last octet. */
    void flush() throws IOException {
        write(block.flip());
        block.clear();
    }

    private void write(ByteBuffer octets) throws IOException {
        while (octets.hasRemaining()) {
            file.write(octets);
        }
    }

    /** Frees the disk. The content must not be read any more. */
    void release() throws IOException {
        try (file) {
            Files.deleteIfExists(name);
        } finally {
            held.free();
        }
    }

    @Override
    public void link(Path other) throws IOException {
        Files.createLink(other, name);
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public InputStream open() {
        return new BufferedInputStream(new FileOctets(file::read, size), READ);
    }
}

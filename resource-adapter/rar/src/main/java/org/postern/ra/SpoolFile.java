package org.postern.ra;

import org.postern.mail.FileOctets;
import org.postern.mail.FiledContent;
import org.postern.mail.OwnerOnly;
import org.postern.mail.SpoolNames;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
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
    private static final int BLOCK = 64 * 1024;
    private static final Set<OpenOption> OPTIONS = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ,
            StandardOpenOption.WRITE);

    private final Path name;
    private final FileChannel file;
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK);
    private long size;

    private SpoolFile(Path name, FileChannel file) {
        this.name = name;
        this.file = file;
    }

    /**
     * {@return a new, empty file}
     *
     * @throws IOException when the folder can neither be used nor made
     */
    static SpoolFile in(Path folder) throws IOException {
        Path path = NAMES.next(folder);
        return new SpoolFile(path, FileChannel.open(path, OPTIONS, OwnerOnly.file(path)));
    }

    /** Removes what a killed server has left here; what is arriving now stays. */
    static void removeLeftovers(Path folder) throws IOException {
        NAMES.removeLeftovers(folder);
    }

    void append(byte[] octets, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (!block.hasRemaining()) {
                flush();
            }
            int part = Math.min(length - done, block.remaining());
            block.put(octets, offset + done, part);
            done += part;
        }
        size += length;
    }

    /** Hands everything to the file; to be called once, after the last octet. */
    void flush() throws IOException {
        block.flip();
        while (block.hasRemaining()) {
            file.write(block);
        }
        block.clear();
    }

    /** Frees the disk. The content must not be read any more. */
    void release() throws IOException {
        file.close();
        Files.deleteIfExists(name);
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
        return new BufferedInputStream(new FileOctets(file::read, size), BLOCK);
    }
}

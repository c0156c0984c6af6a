package org.postern.admin.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Octets that were taken out of a message, in a file of their own, so that whoever fetches them slowly holds nothing of the database. The file has no
 * name on the disk, and is gone when this is closed, or the process ends.
 */
public final class TakenFile implements AutoCloseable {
    private final FileChannel octets;
    private String name = "";

    private TakenFile(FileChannel octets) {
        this.octets = octets;
    }

    static TakenFile empty() throws IOException {
        Path path = Files.createTempFile("taken", null);
        return new TakenFile(FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE));
    }

    void named(String given) {
        name = given;
    }

    OutputStream target() {
        return Channels.newOutputStream(octets);
    }

    /** {@return what its sender calls it, with whatever is in there; empty if nothing} */
    public String name() {
        return name;
    }

    /** {@return how many octets it has} */
    public long size() throws IOException {
        return octets.size();
    }

    /** {@return it, from its first octet} */
    public InputStream octets() throws IOException {
        octets.position(0);
        return Channels.newInputStream(octets);
    }

    @Override
    public void close() throws IOException {
        octets.close();
    }
}

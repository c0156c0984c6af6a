package org.postern.contents;

import org.postern.mail.FiledContent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Content as it arrives: a file that can have more names, or one of a file system that cannot do that. */
record ArrivedFile(Path file, long size, boolean linkable) implements FiledContent {
    /** {@return so many octets by chance, in a new file} */
    static ArrivedFile of(Path folder, int octets) throws IOException {
        byte[] chance = new byte[octets];
        new Random(octets).nextBytes(chance);
        return new ArrivedFile(Files.write(Files.createTempFile(folder, "arrived", ""), chance), octets, true);
    }

    ArrivedFile elsewhere() {
        return new ArrivedFile(file, size, false);
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    @Override
    public void link(Path name) throws IOException {
        if (!linkable) {
            throw new FileSystemException(file.toString(), name.toString(), "Invalid cross-device link");
        }
        Files.createLink(name, file);
    }
}

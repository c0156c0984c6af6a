package org.postern.content.preview;

import org.postern.content.Part;
import org.postern.content.PartInspector;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Copies the octets of one {@link LeafPart}, decoded. */
public final class PartCopy implements PartInspector {
    private static final int CHUNK = 8192;

    private final int number;
    private final OutputStream target;
    private Optional<Part> copied = Optional.empty();
    private int next;

    /** @param number of the part */
    public PartCopy(int number, OutputStream target) {
        this.number = number;
        this.target = target;
    }

    /** @throws UncheckedIOException when the target does not take them */
    @Override
    public void inspect(Part part, InputStream octets) throws IOException {
        if (next++ != number) {
            return;
        }
        copied = Optional.of(part);
        byte[] chunk = new byte[CHUNK];
        for (int read = octets.read(chunk); read > 0; read = octets.read(chunk)) {
            write(chunk, read);
        }
    }

    private void write(byte[] chunk, int length) {
        try {
            target.write(chunk, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException("the copy cannot be written", e);
        }
    }

    /** {@return the part that was copied; empty if the message has no such part} */
    public Optional<Part> copied() {
        return copied;
    }
}

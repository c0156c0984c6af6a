package org.postern.ra;

import org.postern.mail.Content;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Content in memory while it arrives: a row of arrays that is never copied to grow. The arrays belong to this message alone and
 * are not used again, so that no message can ever show through another.
 */
final class MemoryContent implements Content {
    private static final int FIRST = 8 * 1024;
    private static final int LARGEST = 64 * 1024;

    private final List<byte[]> full = new ArrayList<>(0);
    private byte[] last;
    private int used;
    private long size;
    private final Quota.Holding held;

    private MemoryContent(byte[] first, Quota.Holding held) {
        this.last = first;
        this.held = held;
    }

    /** {@return an empty content with room for what was declared; empty when no memory is granted} */
    static Optional<MemoryContent> forDeclared(long octets, Quota.Holding held) {
        int room = octets <= 0 ? FIRST : (int) Math.min(octets, LARGEST);
        return held.grow(room) ? Optional.of(new MemoryContent(new byte[room], held)) : Optional.empty();
    }

    private boolean grow() {
        int next = Math.min(Math.max(last.length * 2, FIRST), LARGEST);
        if (!held.grow(next)) {
            return false;
        }
        full.add(last);
        last = new byte[next];
        used = 0;
        return true;
    }

    /** {@return how many of the octets were taken; fewer than given when no more memory is granted} */
    int append(byte[] octets, int offset, int length) {
        int done = 0;
        while (done < length && (used < last.length || grow())) {
            int part = Math.min(length - done, last.length - used);
            System.arraycopy(octets, offset + done, last, used, part);
            used += part;
            done += part;
        }
        size += done;
        return done;
    }

    /** Takes octets, whole arrays of them. */
    interface PartTaker {
        void take(byte[] octets, int length) throws IOException;
    }

    void forEachPart(PartTaker taker) throws IOException {
        for (byte[] part : full) {
            taker.take(part, part.length);
        }
        taker.take(last, used);
    }

    /** Gives the memory back. The content must not be read any more. */
    void release() {
        held.free();
        full.clear();
        last = new byte[0];
        used = 0;
        size = 0;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public InputStream open() {
        if (full.isEmpty()) {
            return new ByteArrayInputStream(last, 0, used);
        }
        List<InputStream> parts = new ArrayList<>(full.size() + 1);
        full.forEach(part -> parts.add(new ByteArrayInputStream(part)));
        parts.add(new ByteArrayInputStream(last, 0, used));
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    @Override
    public void writeTo(OutputStream target) throws IOException {
        forEachPart((octets, length) -> target.write(octets, 0, length));
    }
}

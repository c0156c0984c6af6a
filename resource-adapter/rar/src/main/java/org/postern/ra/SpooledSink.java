package org.postern.ra;

import org.postern.mail.Content;
import org.postern.smtp.server.ContentSink;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;

/** One content on its way in: memory first, then one file. Used by one thread at a time. */
final class SpooledSink implements ContentSink {
    private final SpooledContents store;
    private final InetAddress client;
    private Optional<MemoryContent> memory = Optional.empty();
    private Optional<SpoolFile> file = Optional.empty();

    SpooledSink(SpooledContents store, InetAddress client) {
        this.store = store;
        this.client = client;
    }

    void begin(long declaredSize) throws IOException {
        if (declaredSize <= store.memoryThreshold()) {
            memory = MemoryContent.forDeclared(declaredSize, store.memoryOf(client));
        }
        if (memory.isEmpty()) {
            file = Optional.of(store.newFile(client));
        }
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        int kept = memory.isPresent() ? keepInMemory(memory.get(), octets, offset, length) : 0;
        if (kept < length) {
            append(file.get(), octets, offset + kept, length - kept);
        }
    }

    private int keepInMemory(MemoryContent content, byte[] octets, int offset, int length) throws IOException {
        long room = store.memoryThreshold() - content.size();
        int kept = content.append(octets, offset, (int) Math.min(length, room));
        if (kept < length) {
            moveToFile(content);
        }
        return kept;
    }

    private void moveToFile(MemoryContent content) throws IOException {
        SpoolFile target = store.newFile(client);
        file = Optional.of(target);
        content.forEachPart((octets, length) -> append(target, octets, 0, length));
        content.release();
        memory = Optional.empty();
    }

    private void append(SpoolFile target, byte[] octets, int offset, int length) throws IOException {
        try {
            target.append(octets, offset, length);
        } catch (IOException e) {
            throw store.failed(e);
        }
    }

    @Override
    public Content complete() throws IOException {
        if (file.isPresent()) {
            flush(file.get());
            return file.get();
        }
        return memory.get();
    }

    private void flush(SpoolFile target) throws IOException {
        try {
            target.flush();
        } catch (IOException e) {
            throw store.failed(e);
        }
    }

    @Override
    public void discard() {
        memory.ifPresent(MemoryContent::release);
        memory = Optional.empty();
        file.ifPresent(this::release);
        file = Optional.empty();
    }

    private void release(SpoolFile spent) {
        try {
            spent.release();
        } catch (IOException e) {
            store.failed(e);
        }
    }
}

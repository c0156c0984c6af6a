package org.postern.smtp.server;

import org.postern.mail.Content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;

/** Keeps content in memory, and knows whether all of it was freed again. */
class MemoryStore implements ContentStore {
    /** What goes wrong. */
    enum Fault {
        NONE, BEGIN, WRITE, COMPLETE
    }

    private final Fault fault;
    private int open;

    MemoryStore() {
        this(Fault.NONE);
    }

    MemoryStore(Fault fault) {
        this.fault = fault;
    }

    /** Contents begun and not discarded yet. */
    int open() {
        return open;
    }

    @Override
    public ContentSink begin(InetAddress client, long declaredSize) throws IOException {
        failAt(Fault.BEGIN);
        open++;
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        return new ContentSink() {
            private boolean discarded;

            @Override
            public void write(byte[] more, int offset, int length) throws IOException {
                failAt(Fault.WRITE);
                octets.write(more, offset, length);
            }

            @Override
            public Content complete() throws IOException {
                failAt(Fault.COMPLETE);
                return Content.of(octets.toByteArray());
            }

            @Override
            public void discard() {
                open -= discarded ? 0 : 1;
                discarded = true;
            }
        };
    }

    private void failAt(Fault place) throws IOException {
        if (fault == place) {
            throw new IOException("no room");
        }
    }
}

package org.postern.ra;

import org.postern.smtp.server.ContentSink;
import org.postern.smtp.server.ContentStore;

import java.io.IOException;
import java.net.InetAddress;
import java.util.function.LongSupplier;

/**
 * Keeps content while it arrives: in memory up to a threshold, from there on in one file. A message that declares more than the
 * threshold, or comes when memory is short, goes to the file at once.
 */
final class SpooledContents implements ContentStore {
    private final SpoolRoom room;
    private final int memoryThreshold;
    private final SessionMemory memory;
    private final Seldom failures;
    private final Seldom shortages;

    /**
     * @param room for files
     * @param memoryThreshold octets of one message that stay in memory
     * @param memory of those that do, and of envelopes
     */
    SpooledContents(SpoolRoom room, int memoryThreshold, SessionMemory memory, LongSupplier ticks) {
        this.room = room;
        this.memoryThreshold = memoryThreshold;
        this.memory = memory;
        this.failures = new Seldom(ticks);
        this.shortages = new Seldom(ticks);
        removeLeftovers();
        compareWithDisk();
    }

    private void compareWithDisk() {
        try {
            room.compareWithDisk();
        } catch (IOException e) {
            PosternRaLog.LOG.debugf(e, "The disk of the spool folder could not be looked at");
        }
    }

    private void removeLeftovers() {
        try {
            SpoolFile.removeLeftovers(room.folder());
        } catch (IOException e) {
            PosternRaLog.LOG.spoolNotCleared(room.folder().toString(), e.toString());
        }
    }

    @Override
    public ContentSink begin(InetAddress client, long declaredSize) throws IOException {
        SpooledSink sink = new SpooledSink(this, client);
        sink.begin(declaredSize);
        return sink;
    }

    int memoryThreshold() {
        return memoryThreshold;
    }

    Quota.Holding memoryOf(InetAddress client) {
        return memory.contents().heldBy(client);
    }

    @Override
    public EnvelopeMemory envelope(InetAddress client) {
        Quota.Holding held = memory.dialogues().heldBy(client);
        return new EnvelopeMemory() {
            @Override
            public boolean growTo(long octets) {
                return held.growTo(octets);
            }

            @Override
            public void free() {
                held.free();
            }
        };
    }

    /** {@return a new file for one content of this client; a failure is logged with what to do} */
    SpoolFile newFile(InetAddress client) throws IOException {
        try {
            return SpoolFile.in(room, client);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** {@return the same exception, logged with what to do} */
    IOException failed(IOException reason) {
        if (reason instanceof ContentStore.NoRoomException) {
            if (shortages.counted()) {
                PosternRaLog.LOG.noRoomInSpool(room.folder().toString(), reason.getMessage(), shortages.count());
            }
        } else if (failures.counted()) {
            PosternRaLog.LOG.cannotSpool(room.folder().toString(), reason.toString());
        }
        return reason;
    }
}

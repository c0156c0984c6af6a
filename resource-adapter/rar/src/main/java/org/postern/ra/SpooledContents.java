package org.postern.ra;

import org.postern.smtp.server.ContentSink;
import org.postern.smtp.server.ContentStore;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * Keeps content while it arrives: in memory up to a threshold, from there on in one file. A message that declares more than the
 * threshold, or comes when memory is short, goes to the file at once.
 */
final class SpooledContents implements ContentStore {
    private final Path folder;
    private final int memoryThreshold;
    private final MemoryBudget budget;
    private final Seldom failures;

    SpooledContents(ListenerSettings.Spool spool, MemoryBudget budget, LongSupplier ticks) {
        this.folder = spool.folder();
        this.memoryThreshold = spool.memoryThreshold();
        this.budget = budget;
        this.failures = new Seldom(ticks);
        removeLeftovers();
    }

    private void removeLeftovers() {
        try {
            SpoolFile.removeLeftovers(folder);
        } catch (IOException e) {
            PosternRaLog.LOG.spoolNotCleared(folder.toString(), e.toString());
        }
    }

    @Override
    public ContentSink begin(long declaredSize) throws IOException {
        SpooledSink sink = new SpooledSink(this);
        sink.begin(declaredSize);
        return sink;
    }

    int memoryThreshold() {
        return memoryThreshold;
    }

    MemoryBudget budget() {
        return budget;
    }

    /** {@return a new file for one content; a failure is logged with what to do} */
    SpoolFile newFile() throws IOException {
        try {
            return SpoolFile.in(folder);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** {@return the same exception, logged with what to do} */
    IOException failed(IOException reason) {
        if (failures.counted()) {
            PosternRaLog.LOG.cannotSpool(folder.toString(), reason.toString());
        }
        return reason;
    }
}

package org.postern.duty;

import java.util.function.LongSupplier;

/**
 * Reads something anew when its version is another than the one it was read at. The version is asked for first, so that what changes while it is read is
 * read once more; so is what could not be read.
 */
public final class WhenChanged implements Duty.Turn {
    private final LongSupplier version;
    private final Duty.Turn reading;
    private long known = -1;

    /** @param version never negative */
    public WhenChanged(LongSupplier version, Duty.Turn reading) {
        this.version = version;
        this.reading = reading;
    }

    @Override
    public void take() throws Exception {
        long now = version.getAsLong();
        if (now != known) {
            reading.take();
            known = now;
        }
    }
}

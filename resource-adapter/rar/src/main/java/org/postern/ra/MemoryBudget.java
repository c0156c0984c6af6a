package org.postern.ra;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that all content on its way in may hold together, so that many sessions at once cannot exhaust the heap. What gets
 * no share goes to disk.
 */
final class MemoryBudget {
    private final AtomicLong free;

    MemoryBudget(long octets) {
        free = new AtomicLong(octets);
    }

    /** {@return an eighth of what the heap may grow to} */
    static MemoryBudget ofHeap() {
        return new MemoryBudget(Runtime.getRuntime().maxMemory() / 8);
    }

    /** {@return whether the octets were granted; if so, {@link #release} gives them back} */
    boolean reserve(int octets) {
        if (free.addAndGet(-octets) >= 0) {
            return true;
        }
        free.addAndGet(octets);
        return false;
    }

    void release(long octets) {
        free.addAndGet(octets);
    }

    long free() {
        return free.get();
    }
}

package org.postern.trust;

import java.util.concurrent.Semaphore;

/**
 * The memory that messages may take while they are read, all together: each {@value #A_PLACE} octets at most, in as many places as a heap bears. Who
 * finds none waits, on a thread that costs nothing. Safe for many threads.
 */
public final class ReadingRoom {
    /** What a message and its files take at most while they are read. */
    private static final int A_PLACE = 4 << 20;
    private static final int PART = 8;
    private static final int FEWEST = 4;
    private static final int MOST = 64;

    private final Semaphore places;

    private ReadingRoom(int places) {
        this.places = new Semaphore(places, true);
    }

    /** {@return the room in a heap that may grow to so many octets: an eighth of it} */
    public static ReadingRoom inHeap(long octets) {
        return new ReadingRoom(Math.clamp(octets / PART / A_PLACE, FEWEST, MOST));
    }

    /** What is done in one place. */
    @FunctionalInterface
    interface Work<T, E extends Exception> {
        T take() throws E;
    }

    /**
     * {@return what comes of the work, as soon as there is a place for it}
     *
     * @throws InterruptedException when interrupted while waiting
     */
    <T, E extends Exception> T in(Work<T, E> work) throws E, InterruptedException {
        places.acquire();
        try {
            return work.take();
        } finally {
            places.release();
        }
    }

    /** {@return how many messages may be read at a time, besides those that are} */
    int free() {
        return places.availablePermits();
    }
}

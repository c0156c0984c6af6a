package org.postern.limit;

import org.postern.sentence.Sentence;

import java.util.concurrent.Semaphore;
import java.util.Optional;

/** Lets so many in at a time; who comes then does not wait, but hears that it is busy. Safe for many threads. */
public final class Bulkhead {
    private final Semaphore permits;

    /** @param most how many at a time; at least 1 */
    public Bulkhead(int most) {
        this.permits = new Semaphore(most);
    }

    /** Somebody is in until this is closed, once. */
    public interface Entry extends AutoCloseable {
        @Override
        void close();
    }

    /** {@return that somebody is in; empty if so many are} */
    public Optional<Entry> tryEnter() {
        return permits.tryAcquire() ? Optional.of(permits::release) : Optional.empty();
    }

    /**
     * {@return that somebody is in}
     *
     * @param busy what is said if so many are
     * @throws BusyException if so many are
     */
    public Entry enter(Sentence busy) {
        return tryEnter().orElseThrow(() -> new BusyException(busy));
    }
}

package org.postern.duty;

import org.postern.sentence.Sentence;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * One piece of work that is taken up again and again. Whatever goes wrong in a turn, be it an {@link Error}, the next turn is due; it is
 * told once, and again only after a turn has gone well. For one thread at a time.
 */
public final class Duty implements Runnable {
    private final Sentence name;
    private final Turn turn;
    private final Consumer<Throwable> teller;
    private final ReentrantLock taking = new ReentrantLock();
    private boolean failing;

    /** What is done in one turn. */
    @FunctionalInterface
    public interface Turn {
        void take() throws Exception;
    }

    /**
     * Nothing is done before {@link #run}.
     *
     * @param name what it does, as it is put before a person who asks what does not go on; no two have the same
     * @param teller is given what went wrong first
     */
    public Duty(Sentence name, Turn turn, Consumer<Throwable> teller) {
        this.name = name;
        this.turn = turn;
        this.teller = teller;
    }

    Sentence name() {
        return name;
    }

    /** Takes one turn. Never throws: a schedule ends at the first thing that is thrown at it. */
    @Override
    public void run() {
        taking.lock();
        try {
            take();
        } finally {
            taking.unlock();
        }
    }

    /** Waits until no turn is being taken, but no longer than this. */
    void awaitEnd(Duration longest) {
        try {
            if (taking.tryLock(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                taking.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take() {
        try {
            turn.take();
            failing = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            if (!failing) {
                failing = true;
                teller.accept(e);
            }
        }
    }

    /** {@return the reason in one line} */
    public static String words(Throwable reason) {
        return Optional.ofNullable(reason.getMessage()).orElse(reason.toString());
    }
}

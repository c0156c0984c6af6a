package org.postern.it.harness;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Waits for a state that another process reaches in its own time. Always bounded; says what it waited for when it gives up. */
public final class Await {
    private static final Duration STEP = Duration.ofMillis(20);

    private Await() {}

    /** A look at something outside. */
    @FunctionalInterface
    public interface Look<T> {
        T look() throws Exception;
    }

    /**
     * Returns as soon as {@code state} is true.
     *
     * @throws AssertionError when it is not true within {@code limit}
     */
    public static void until(String what, Duration limit, Look<Boolean> state) {
        value(what, limit, () -> state.look() ? Optional.of(true) : Optional.empty());
    }

    /**
     * {@return the value, as soon as there is one}
     *
     * @throws AssertionError when there is none within {@code limit}
     */
    public static <T> T value(String what, Duration limit, Look<Optional<T>> state) {
        long end = System.nanoTime() + limit.toNanos();
        Optional<Exception> last = Optional.empty();
        do {
            try {
                Optional<T> value = state.look();
                if (value.isPresent()) {
                    return value.get();
                }
                last = Optional.empty();
            } catch (Exception notYet) {
                last = Optional.of(notYet);
            }
            LockSupport.parkNanos(STEP.toNanos());
        } while (System.nanoTime() < end);
        throw new AssertionError("not within " + limit.toMillis() + " ms: " + what, last.orElse(null));
    }
}

package org.postern.trust;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long the checks of one message may be waited for together.
 *
 * @param most for all of them
 * @param nanos ticks of a clock that never goes back
 */
public record WaitLimit(Duration most, LongSupplier nanos) {
    /** {@return what is left from now on} */
    Left begin() {
        return new Left(nanos.getAsLong() + most.toNanos());
    }

    /** What is left of it for one message. */
    final class Left {
        private final long end;

        private Left(long end) {
            this.end = end;
        }

        /** {@return not negative} */
        Duration time() {
            return Duration.ofNanos(Math.max(end - nanos.getAsLong(), 0));
        }
    }
}

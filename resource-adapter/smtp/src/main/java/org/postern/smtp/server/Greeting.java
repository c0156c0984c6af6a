package org.postern.smtp.server;

import java.io.IOException;
import java.time.Duration;

/** How a driver waits before the greeting. */
@FunctionalInterface
public interface Greeting {
    /** Waits for nothing, and looks for nothing. */
    Greeting AT_ONCE = time -> false;

    /**
     * Waits so long at most, and no longer than until the client speaks.
     *
     * @return whether it has spoken
     * @throws IOException when the client is gone
     */
    boolean isSpokenBefore(Duration time) throws IOException;
}

package org.postern.it.strangers;

import java.io.IOException;
import java.time.Duration;

/** One kind of hostile client, of which some come at a time. Each comes again when its session has ended, a bounded number of times. */
interface Stranger {
    /** {@return what the option {@code --strangers} calls it} */
    String name();

    /** {@return how many of them are there at a time} */
    int size();

    /** {@return how often each of them comes at most} */
    int visits();

    /** {@return how long each stays away between two visits} */
    Duration pause();

    /** {@return a connection for one of them, on which nothing was said yet} */
    StrangerSession arrive(int number, Heard heard) throws IOException;

    /** Does what it does, until the gateway ends it, or it has enough. */
    void talk(StrangerSession session, int number) throws IOException;
}

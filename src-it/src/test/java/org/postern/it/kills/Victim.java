package org.postern.it.kills;

import java.io.IOException;

/** A mail server on loopback that relays all it is given to one next hop, and is killed again and again. */
interface Victim extends AutoCloseable {
    String name();

    /** {@return the port of 127.0.0.1 where it takes mail} */
    int port();

    /** Ends all its processes at once, as {@code kill -9} does; returns when they are gone. */
    void kill();

    /** Starts it again with what it has kept; returns when it takes mail. */
    void startAgain() throws IOException;

    @Override
    void close() throws IOException;
}

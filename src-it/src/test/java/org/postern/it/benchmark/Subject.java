package org.postern.it.benchmark;

import java.io.IOException;

/** A mail server on loopback, running, that relays all it is given to one next hop. */
interface Subject extends AutoCloseable {
    String name();

    /** {@return the port of 127.0.0.1 where it takes mail} */
    int port();

    /** {@return what it has used} */
    Account account();

    /** Stops it and removes what it has written. */
    @Override
    void close() throws IOException;
}

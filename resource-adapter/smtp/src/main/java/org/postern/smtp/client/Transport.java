package org.postern.smtp.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * A connection to the next server: octets there and back. Blocking, used by one thread at a time. Every failure, a time-out
 * among them, is an {@link IOException} whose message says in a few words what happened; the connection is of no use afterwards.
 */
public interface Transport {
    /**
     * Starts a new time limit: all reading and writing from now until the next call has to be done within it, however many
     * octets arrive in between.
     */
    void within(Duration limit);

    /**
     * Reads what is there, waiting for the first octet.
     *
     * @return the number of octets, at least one; -1 when the peer has closed
     */
    int read(byte[] into, int offset, int length) throws IOException;

    /** Writes all these octets, in as few segments as possible. */
    void write(byte[] octets, int offset, int length) throws IOException;

    /**
     * Begins TLS on this connection, as its client, within the time limit. Whom to trust is the transport's own knowledge.
     *
     * @throws UnprovedException when the certificate does not do
     * @throws IOException when the handshake fails, which another time it may not
     */
    default void secure() throws IOException {
        throw new IOException("this connection knows no TLS");
    }

    /** {@return what protects the connection; empty while nothing does} */
    default Optional<TlsSession> tls() {
        return Optional.empty();
    }

    /** {@return the nanoseconds since whenever, which only grow: the clock of the time limits} */
    long ticks();

    /** Closes the connection. Never fails; may be called twice. */
    void close();
}

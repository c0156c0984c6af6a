package org.postern.ra;

import static org.postern.ra.PosternRaLog.LOG;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * The end of a connection of which the last reply is to arrive. A system resets a connection that is closed while octets wait to be read, or
 * come later, and the client may lose a reply it has not read yet. So our side ends first, and what still comes is read and dropped, for a
 * while and up to a number, until the client ends its side, too.
 */
final class LastWords {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long MOST = 64L << 20;
    private static final int BLOCK = 4 * 1024;

    private LastWords() {}

    /** Ends our side, and waits for the client's; the connection is still to be closed. Never throws. */
    static void await(Socket connection) {
        try {
            if (!connection.isOutputShutdown()) {
                connection.shutdownOutput();
            }
            drop(connection, System.nanoTime() + PATIENCE.toNanos());
        } catch (IOException gone) {
            LOG.tracef(gone, "A client did not wait for the end");
        }
    }

    private static void drop(Socket connection, long end) throws IOException {
        InputStream in = connection.getInputStream();
        byte[] block = new byte[BLOCK];
        long dropped = 0;
        int count = 0;
        long left = end - System.nanoTime();
        while (count >= 0 && dropped < MOST && left > 0) {
            connection.setSoTimeout((int) Math.max(left / 1_000_000, 1));
            count = read(in, block);
            dropped += count;
            left = end - System.nanoTime();
        }
    }

    private static int read(InputStream in, byte[] block) throws IOException {
        try {
            return in.read(block);
        } catch (SocketTimeoutException lateClient) {
            LOG.tracef(lateClient, "A client did not end its side");
            return -1;
        }
    }
}

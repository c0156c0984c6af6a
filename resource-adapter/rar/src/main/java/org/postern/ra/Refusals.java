package org.postern.ra;

import org.postern.receiver.Reason;
import org.postern.receiver.Refusal;
import org.postern.smtp.Reply;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Refusals in the place of a greeting, before there is a session. Never throw, and do not wait: a new connection has room. */
final class Refusals {
    /** Clients that are refused and still have to take it; with more of them, connections are closed at once. */
    private static final Semaphore LINGERING = new Semaphore(500);

    private Refusals() {}

    /** {@return a refused connection, for the trace} */
    static Refusal of(Reply reply, String reason) {
        return new Refusal(Refusal.CONNECT, Optional.empty(), Optional.empty(), Optional.of(reply),
                Reason.seen(reason));
    }

    /**
     * {@return a connection that was closed without a word, for the trace}
     *
     * @param step what it was closed at
     */
    static Refusal silent(String step, String reason) {
        return new Refusal(step, Optional.empty(), Optional.empty(), Optional.empty(), Reason.seen(reason));
    }

    /** Writes the refusal. */
    static void tell(TransmissionChannel channel, Reply refusal) {
        tell(channel::write, refusal);
    }

    private static void tell(ReplyStream.Way client, Reply refusal) {
        try {
            byte[] octets = (refusal + "\r\n").getBytes(StandardCharsets.US_ASCII);
            client.write(octets, 0, octets.length);
        } catch (IOException gone) {
            PosternRaLog.LOG.tracef(gone, "A client left before it could be refused");
        }
    }

    /** Writes the refusal, and closes the connection when it has had time to arrive. */
    static void end(Socket socket, Reply refusal) {
        tell((octets, offset, length) -> socket.getOutputStream().write(octets, offset, length), refusal);
        if (!LINGERING.tryAcquire()) {
            end(socket);
            return;
        }
        Thread.ofVirtual().name("smtp-refusal").start(() -> {
            LastWords.await(socket);
            end(socket);
            LINGERING.release();
        });
    }

    /** Closes a connection that has been refused, when that has had time to arrive; for the thread that has written it. */
    static void end(TransmissionChannel channel) {
        if (!LINGERING.tryAcquire()) {
            channel.cut();
            return;
        }
        try {
            channel.close();
        } finally {
            LINGERING.release();
        }
    }

    /** Closes the connection. */
    static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            PosternRaLog.LOG.debugf(e, "A refused connection could not be closed");
        }
    }
}

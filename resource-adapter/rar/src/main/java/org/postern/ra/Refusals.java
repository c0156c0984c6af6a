package org.postern.ra;

import org.postern.smtp.Reply;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Refusals in the place of a greeting, before there is a session. Never throw, and do not wait: a new connection has room. */
final class Refusals {
    private Refusals() {}

    /** Writes the refusal. */
    static void tell(Socket socket, Reply refusal) {
        try {
            socket.getOutputStream().write((refusal + "\r\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException gone) {
            PosternRaLog.LOG.tracef(gone, "A client left before it could be refused");
        }
    }

    /** Writes the refusal and closes the connection. */
    static void end(Socket socket, Reply refusal) {
        try (socket) {
            tell(socket, refusal);
        } catch (IOException e) {
            PosternRaLog.LOG.debugf(e, "A refused connection could not be closed");
        }
    }
}

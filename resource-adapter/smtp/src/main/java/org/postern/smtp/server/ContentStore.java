package org.postern.smtp.server;

import org.postern.receiver.Reason;

import java.io.IOException;
import java.net.InetAddress;

/** Where content is kept while it arrives, until the receiver has taken it: memory for most, a file for what is large. */
@FunctionalInterface
public interface ContentStore {
    /**
     * {@return a place for one message}
     *
     * @param client who sends it
     * @param declaredSize octets the client has announced by SIZE (RFC 1870), 0 if it has not; a hint, and not to be trusted
     * @throws IOException when there is no room; answered with 452 4.3.1
     */
    ContentSink begin(InetAddress client, long declaredSize) throws IOException;

    /** There is no room for content, or for more of it, now: nothing is broken, and later there may be. */
    final class NoRoomException extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient Reason reason;

        /** @param reason which limit was reached, for the trace */
        public NoRoomException(Reason reason) {
            super(reason.toString());
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }
    }
}

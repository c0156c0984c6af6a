package org.postern.smtp.server;

import org.postern.receiver.Reason;

import java.io.IOException;
import java.net.InetAddress;

/**
 * Where a message is kept while it arrives, until the receiver has taken it: its content, in memory for most and in a file for what is
 * large, and the envelope before it.
 */
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

    /**
     * {@return memory for the envelope of one message, and of none that it has from the beginning}
     *
     * @param client who sends it
     */
    default EnvelopeMemory envelope(InetAddress client) {
        return EnvelopeMemory.ENOUGH;
    }

    /** The memory that recipients take until their message is done. */
    interface EnvelopeMemory {
        /** Never short. */
        EnvelopeMemory ENOUGH = new EnvelopeMemory() {
            @Override
            public boolean growTo(long octets) {
                return true;
            }

            @Override
            public void free() {}
        };

        /** {@return whether there are so many octets in all; if not, there are as many as before} */
        boolean growTo(long octets);

        /** Gives all back; called once or more. */
        void free();
    }

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

package org.postern.ra;

import org.postern.smtp.server.Greeting;
import org.postern.smtp.server.SmtpSession;

import java.io.IOException;
import java.time.Duration;

/** What a client says before the greeting that it was to wait for. Used by one thread. */
final class EarlyOctets implements Greeting {
    private final byte[] octets;
    private final Watch watch;
    private int count;

    /** Waits for octets. */
    @FunctionalInterface
    interface Watch {
        /** {@return how many came within that time; 0 for none} */
        int read(byte[] target, Duration time) throws IOException;
    }

    /** @param octets where what is said may stand until it is answered */
    EarlyOctets(byte[] octets, Watch watch) {
        this.octets = octets;
        this.watch = watch;
    }

    @Override
    public boolean isSpokenBefore(Duration time) throws IOException {
        count = watch.read(octets, time);
        return count > 0;
    }

    /** {@return how the session stands once it has answered what was said, if anything was} */
    SmtpSession.State answered(SmtpSession session, SmtpSession.State opened) throws IOException {
        return count > 0 ? session.receive(octets, 0, count) : opened;
    }
}

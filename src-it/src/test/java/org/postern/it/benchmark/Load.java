package org.postern.it.benchmark;

import org.postern.it.harness.SmtpSource;

import java.io.IOException;
import java.time.Duration;

/** A client that hands a workload in as fast as it is taken. */
interface Load {
    /**
     * Returns after the last 250.
     *
     * @return the time from the first connection to the last 250
     * @throws IOException when a message is refused, or the time is over
     */
    Duration run(Workload workload, int port, Duration limit) throws IOException, InterruptedException;

    /** {@return Postfix's own client for what it is quick at, ours for TLS, and for large messages, where {@code smtp-source} would be the limit} */
    static Load fit(Workload workload) {
        return workload.octets() < 1024 * 1024 && !workload.tls() ? Load::smtpSource : new PreparedLoad();
    }

    private static Duration smtpSource(Workload workload, int port, Duration limit)
            throws IOException, InterruptedException {
        return new SmtpSource(workload.sessions(), workload.messages(), workload.octets(), workload.reused()).run(port,
                limit);
    }
}

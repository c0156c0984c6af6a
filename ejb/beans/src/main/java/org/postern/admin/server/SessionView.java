package org.postern.admin.server;

import java.time.Duration;

/**
 * An SMTP session that is going on.
 *
 * @param listener on which it came
 * @param reference its name in replies, log and trace
 * @param client the client's address
 * @param helo the name it has presented itself with; empty before
 * @param stage {@code preparing}, {@code idle}, {@code in-message}, {@code working} or {@code writing}
 * @param tls the protocol, such as {@code TLSv1.3}; empty without TLS
 * @param identity who the client has proved to be; empty if nobody
 * @param octets received so far
 * @param messages accepted so far
 * @param age since it began
 */
public record SessionView(String listener, String reference, String client, String helo, String stage, String tls,
        String identity, long octets, long messages, Duration age) {}

package org.postern.smtp.client;

import java.time.Duration;

/**
 * How long each step may take (RFC 5321, 4.5.3.2).
 *
 * @param greeting until the 220
 * @param hello for the reply to EHLO, HELO, STARTTLS, AUTH and RSET, and for the TLS handshake
 * @param mail for the reply to MAIL
 * @param rcpt for the reply to RCPT
 * @param dataStart for the 354
 * @param dataBlock for writing one block of content
 * @param dataEnd for the reply to the final dot
 */
public record Timeouts(Duration greeting, Duration hello, Duration mail, Duration rcpt, Duration dataStart,
        Duration dataBlock, Duration dataEnd) {
    /** The values of RFC 5321. */
    public static final Timeouts RFC5321 = new Timeouts(Duration.ofMinutes(5), Duration.ofMinutes(5),
            Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(2), Duration.ofMinutes(3),
            Duration.ofMinutes(10));

    /** {@return the same limit for every step} */
    public static Timeouts all(Duration limit) {
        return new Timeouts(limit, limit, limit, limit, limit, limit, limit);
    }
}

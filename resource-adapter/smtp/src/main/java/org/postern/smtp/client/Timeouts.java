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
 * @param patience for many steps together
 */
public record Timeouts(Duration greeting, Duration hello, Duration mail, Duration rcpt, Duration dataStart,
        Duration dataBlock, Duration dataEnd, Patience patience) {
    /** The values of RFC 5321. */
    public static final Timeouts RFC5321 = new Timeouts(Duration.ofMinutes(5), Duration.ofMinutes(5),
            Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(2), Duration.ofMinutes(3),
            Duration.ofMinutes(10), Patience.USUAL);

    /** {@return the same limit for every step, and for all together what is usual} */
    public static Timeouts all(Duration limit) {
        return new Timeouts(limit, limit, limit, limit, limit, limit, limit, Patience.USUAL);
    }

    /** {@return the same, with this patience for many steps together} */
    public Timeouts with(Patience other) {
        return new Timeouts(greeting, hello, mail, rcpt, dataStart, dataBlock, dataEnd, other);
    }
}

package org.postern.queue;

import org.postern.mail.Parameters;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** When a message may go on, by the wish of its sender (RFC 4865). */
public final class HeldUntil {
    private HeldUntil() {}

    /**
     * {@return the time before which it must not go on; empty if its sender wishes nothing, or nothing that can be understood}
     *
     * @param mail the parameters of MAIL
     * @param arrived what HOLDFOR counts from
     */
    public static Optional<Instant> of(Parameters mail, Instant arrived) {
        try {
            return mail.get("HOLDFOR")
                    .map(seconds -> arrived.plusSeconds(Long.parseLong(seconds)))
                    .or(() -> mail.get("HOLDUNTIL").map(time -> OffsetDateTime.parse(time).toInstant()))
                    .filter(arrived::isBefore);
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}

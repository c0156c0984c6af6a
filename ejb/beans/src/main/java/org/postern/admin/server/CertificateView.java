package org.postern.admin.server;

import java.time.Duration;
import java.time.Instant;

/**
 * A certificate that a listener of this node shows.
 *
 * @param listener its name
 * @param subject whose it is
 * @param names the DNS names it is for, divided by a comma and a blank
 * @param ends the last moment at which it is valid
 */
public record CertificateView(String listener, String subject, String names, Instant ends) {
    /** From so long before its end on a person should see to it. */
    public static final Duration SOON = Duration.ofDays(21);

    /** {@return whether it is not valid any more at this moment} */
    public boolean isOver(Instant now) {
        return ends.isBefore(now);
    }

    /** {@return whether it ends soon, or is over} */
    public boolean isDue(Instant now) {
        return ends.isBefore(now.plus(SOON));
    }

    /** {@return what should be seen to, in words for a person} */
    String remark(Instant now) {
        return "The certificate " + subject + " of the listener " + listener
                + (isOver(now) ? " ended at " : " ends at ")
                + ends + ". Put a new one in the place of its files; it is taken up within seconds.";
    }
}

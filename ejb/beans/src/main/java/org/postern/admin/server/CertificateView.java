package org.postern.admin.server;

import org.postern.sentence.Sentence;

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
    private static final Sentence.Form ENDED = Sentence.form("certificateEnded",
            "The certificate {0} of the listener {1} ended at {2}. Put a new one in the place of its files; it is taken up within seconds.");
    private static final Sentence.Form ENDS = Sentence.form("certificateEnds",
            "The certificate {0} of the listener {1} ends at {2}. Put a new one in the place of its files; it is taken up within seconds.");

    /** {@return whether it is not valid any more at this moment} */
    public boolean isOver(Instant now) {
        return ends.isBefore(now);
    }

    /** {@return whether it ends soon, or is over} */
    public boolean isDue(Instant now) {
        return ends.isBefore(now.plus(SOON));
    }

    /** {@return what should be seen to, in words for a person} */
    Sentence remark(Instant now) {
        return (isOver(now) ? ENDED : ENDS).with(subject, listener, ends.toString());
    }
}

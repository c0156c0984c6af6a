package org.postern.digest;

import org.postern.assessment.QuarantineKind;
import org.postern.mail.Mailbox;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * What one recipient is told.
 *
 * @param to the recipient
 * @param written when
 * @param lines what has come for him, the earliest first; at least one
 * @param more how many messages have come besides
 * @param base where links lead, without a slash at its end
 * @param expires until when they may be used
 */
public record Digest(Mailbox to, Instant written, List<Line> lines, long more, URI base, Instant expires) {
    /** One message, with the token that releases it. */
    public record Line(QuarantineKind kind, String subject, String author, Instant since, String token) {}

    public Digest {
        lines = List.copyOf(lines);
    }

    /** {@return how many messages there are in all} */
    public long all() {
        return lines.size() + more;
    }

    /** {@return the page that releases this} */
    public String release(Line line) {
        return base + "/digest/release?t=" + line.token();
    }

    /** {@return the page that releases this, and allows its sender} */
    public String allow(Line line) {
        return base + "/digest/allow?t=" + line.token();
    }
}

package org.postern.mail;

import java.util.Optional;

/**
 * Where a report on the message goes (RFC 5321, 4.1.1.2). The null reverse-path, {@code <>}, asks for none (4.5.5).
 *
 * @param mailbox the sender; empty for the null reverse-path
 */
public record ReversePath(Optional<Mailbox> mailbox) {
    /** {@code <>}: a message that must never cause another one. */
    public static final ReversePath NULL = new ReversePath(Optional.empty());

    /** {@return the reverse-path of this sender} */
    public static ReversePath of(Mailbox sender) {
        return new ReversePath(Optional.of(sender));
    }

    public boolean isNull() {
        return mailbox.isEmpty();
    }

    /** {@return the address without angle brackets; the empty string for the null reverse-path} */
    public String address() {
        return mailbox.map(Mailbox::toString).orElse("");
    }

    /** {@return the path as it stands in a command, in angle brackets} */
    @Override
    public String toString() {
        return "<" + address() + ">";
    }
}

package org.postern.mail;

/**
 * Where a message is to go (RFC 5321, 4.1.1.3), its source route already dropped (appendix C).
 *
 * @param mailbox the final mailbox
 */
public record ForwardPath(Mailbox mailbox) {
    /** {@return the path as it stands in a command, in angle brackets} */
    @Override
    public String toString() {
        return "<" + mailbox + ">";
    }
}

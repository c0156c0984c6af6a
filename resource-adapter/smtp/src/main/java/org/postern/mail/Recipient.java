package org.postern.mail;

/**
 * One RCPT command that was accepted: the forward-path, and the parameters that belong to this recipient alone.
 *
 * @param path where to
 * @param parameters such as NOTIFY and ORCPT (RFC 3461)
 */
public record Recipient(ForwardPath path, Parameters parameters) {
    /** {@return a recipient without parameters} */
    public static Recipient of(Mailbox mailbox) {
        return new Recipient(new ForwardPath(mailbox), Parameters.NONE);
    }

    public Mailbox mailbox() {
        return path.mailbox();
    }
}

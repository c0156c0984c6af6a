package org.postern.mail;

import java.util.List;

/**
 * What travels outside the content (RFC 5321, 2.3.1): who is told of a failure, and who is to get the message.
 *
 * @param reversePath of MAIL
 * @param parameters of MAIL
 * @param recipients one for each accepted RCPT, in the order they were given
 */
public record Envelope(ReversePath reversePath, Parameters parameters, List<Recipient> recipients) {
    public Envelope {
        recipients = List.copyOf(recipients);
    }

    /** {@return the same envelope from this sender} */
    public Envelope from(ReversePath sender) {
        return new Envelope(sender, parameters, recipients);
    }

    /** {@return the same envelope for these recipients alone} */
    public Envelope to(List<Recipient> some) {
        return new Envelope(reversePath, parameters, some);
    }

    /** {@return the same for 8-bit content (RFC 6152), which says so, unless it is declared as more than that} */
    public Envelope ofEightBitContent() {
        boolean said = parameters.get("BODY").filter(body -> !body.equalsIgnoreCase("7BIT")).isPresent();
        return said ? this : new Envelope(reversePath, parameters.with("BODY", "8BITMIME"), recipients);
    }
}

package org.postern.receiver;

import java.util.List;

/**
 * Who a client has proved to be.
 *
 * @param name the authorization identity (RFC 4422, 3.4.1)
 * @param mechanism the SASL mechanism it was proved by, such as {@code PLAIN}
 * @param senders what it may write as sender, as whoever knows it says: mailboxes, domains, {@code .domains} for all below one, or
 *        {@code *}
 */
public record Identity(String name, String mechanism, List<String> senders) {
    public Identity {
        senders = List.copyOf(senders);
    }

    /** Somebody of whom no more is known. */
    public Identity(String name, String mechanism) {
        this(name, mechanism, List.of());
    }
}

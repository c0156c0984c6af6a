package org.postern.delivery;

import org.postern.delivery.host.NextServer;
import org.postern.delivery.tls.Protection;
import org.postern.routing.Destination;
import org.postern.smtp.client.SmtpClient;

import java.time.Instant;

/**
 * A session with a next server, ready for MAIL.
 *
 * @param destination for which it was used last
 * @param server the other side
 * @param client the dialogue
 * @param protection of the connection
 * @param opened when
 * @param messages how many it has carried before this one
 */
public record OutboundSession(Destination destination, NextServer server, SmtpClient client, Protection protection,
        Instant opened, int messages) {
    /** {@return whether it lay idle, so that the server may have closed it without our knowing} */
    public boolean isReused() {
        return messages > 0;
    }

    /** {@return the same session for another destination} */
    public OutboundSession towards(Destination other) {
        return new OutboundSession(other, server, client, protection, opened, messages);
    }

    /** {@return the same session after one more message} */
    public OutboundSession carriedOne() {
        return new OutboundSession(destination, server, client, protection, opened, messages + 1);
    }
}

package org.postern.smtp.server;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * What is known of a session at one moment. Immutable: each step that learns more makes a new one.
 *
 * @param reference names the session in replies, log and trace before a queue id exists
 * @param listener the name of the listener that took the connection, such as {@code mx}
 * @param greetingName the domain this server presents itself with
 * @param client the client's address and port
 * @param local the address and port it connected to
 * @param helo the argument of EHLO or HELO; empty before it
 * @param extended whether the client said EHLO
 */
public record SessionFacts(String reference, String listener, String greetingName, InetSocketAddress client,
        InetSocketAddress local, Optional<String> helo, boolean extended) {

    /** {@return the same session after EHLO ({@code extended}) or HELO} */
    public SessionFacts greeted(String name, boolean withExtensions) {
        return new SessionFacts(reference, listener, greetingName, client, local, Optional.of(name), withExtensions);
    }

    /** {@return the protocol for the {@code with} clause of Received (RFC 3848)} */
    public String protocol() {
        return extended ? "ESMTP" : "SMTP";
    }
}

package org.postern.receiver;

import org.postern.mail.Envelope;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * What is known of a session at one moment. Immutable: each step that learns more makes a new one.
 *
 * @param reference names the session in replies, log and trace before a queue id exists
 * @param listener the name of the listener that took the connection, such as {@code mx}
 * @param role what that listener is for
 * @param greetingName the domain this server presents itself with
 * @param client the client's address and port
 * @param local the address and port it connected to
 * @param helo the argument of EHLO, LHLO or HELO; empty before it
 * @param extended whether the client said EHLO or LHLO
 * @param tls what protects the session; empty while nothing does
 * @param identity who the client has proved to be
 * @param early whether the client spoke before it was greeted
 */
public record SessionFacts(String reference, String listener, ProtocolRole role, String greetingName,
        InetSocketAddress client, InetSocketAddress local, Optional<String> helo, boolean extended,
        Optional<TlsFacts> tls, Optional<Identity> identity, boolean early) {

    /** {@return a session that has just begun} */
    public static SessionFacts begun(String reference, String listener, ProtocolRole role, String greetingName,
            InetSocketAddress client, InetSocketAddress local) {
        return new SessionFacts(reference, listener, role, greetingName, client, local, Optional.empty(), false,
                Optional.empty(), Optional.empty(), false);
    }

    /** {@return the same session of a client that has not waited for the greeting (RFC 5321, 4.3.1)} */
    public SessionFacts impatient() {
        return new SessionFacts(reference, listener, role, greetingName, client, local, helo, extended, tls, identity,
                true);
    }

    /** {@return the same session after EHLO or LHLO ({@code extended}), or HELO} */
    public SessionFacts greeted(String name, boolean withExtensions) {
        return new SessionFacts(reference, listener, role, greetingName, client, local, Optional.of(name),
                withExtensions, tls, identity, early);
    }

    /** {@return the same session inside TLS; what the client said before does not count any more (RFC 3207, 4.2)} */
    public SessionFacts secured(TlsFacts by) {
        return new SessionFacts(reference, listener, role, greetingName, client, local, Optional.empty(), false,
                Optional.of(by), Optional.empty(), early);
    }

    /** {@return the same session of a client that has proved who it is} */
    public SessionFacts authenticated(Identity who) {
        return new SessionFacts(reference, listener, role, greetingName, client, local, helo, extended, tls,
                Optional.of(who), early);
    }

    /**
     * {@return the session of a client that a trusted proxy speaks for; it has still to greet, and what the proxy proved by its
     * certificate says nothing of it}
     */
    public SessionFacts proxied(InetSocketAddress from, InetSocketAddress to, Optional<Identity> who) {
        return new SessionFacts(reference, listener, role, greetingName, from, to, Optional.empty(), false,
                tls.map(TlsFacts::withoutCertificate), who, false);
    }

    /** {@return the protocol for the {@code with} clause of Received (RFC 3848; RFC 6531, 4.3), for mail of this envelope} */
    public String protocol(Envelope envelope) {
        if (!extended) {
            return "SMTP";
        }
        boolean utf8 = envelope.parameters().get("SMTPUTF8").isPresent();
        String plain = role == ProtocolRole.LMTP ? "LMTP" : utf8 ? "SMTP" : "ESMTP";
        return (utf8 ? "UTF8" : "") + plain + (tls.isPresent() ? "S" : "") + (identity.isPresent() ? "A" : "");
    }
}

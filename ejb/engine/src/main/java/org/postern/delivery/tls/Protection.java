package org.postern.delivery.tls;

import org.postern.smtp.client.TlsSession;

import java.util.Optional;

/**
 * How a session is protected, and why so.
 *
 * @param demand under which it came about
 * @param tls what protects it; empty in the clear
 * @param failure why it is in the clear although TLS was tried, or why its certificate would not do
 * @param fault the same for reports
 */
public record Protection(TlsDemand demand, Optional<TlsSession> tls, Optional<String> failure,
        Optional<TlsFault> fault) {
    /** Nothing, and nothing was wanted. */
    public static final Protection NONE = new Protection(new TlsDemand.None(), Optional.empty(), Optional.empty(),
            Optional.empty());

    public boolean isVerified() {
        return tls.map(TlsSession::verified).orElse(false);
    }

    /** {@return the facts for the trace: protocol and cipher, whether the certificate was verified, and by which policy} */
    @Override
    public String toString() {
        String facts = tls.map(session -> session + failure.map(why -> ", for " + why).orElse(""))
                .orElseGet(() -> "in the clear" + failure.map(why -> ", because " + why).orElse(""));
        return facts + " (policy " + demand + ")";
    }
}

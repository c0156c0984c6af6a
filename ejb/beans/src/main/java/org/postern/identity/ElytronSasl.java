package org.postern.identity;

import org.wildfly.security.auth.server.MechanismAuthenticationFactory;
import org.wildfly.security.auth.server.SecurityDomain;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import javax.security.sasl.SaslException;
import javax.security.sasl.SaslServer;
import javax.security.sasl.SaslServerFactory;

/**
 * The server's SASL authentication factory for mail, and what it can do with the realm that is configured.
 *
 * @param factory makes an authentication
 * @param mechanisms which it makes; found out once, a change of the realm makes a new factory
 */
record ElytronSasl(MechanismAuthenticationFactory<SaslServer, SaslServerFactory, SaslException> factory,
        Set<String> mechanisms) {
    private static final AtomicReference<Optional<ElytronSasl>> PRESENT = new AtomicReference<>(Optional.empty());

    static ElytronSasl of(MechanismAuthenticationFactory<SaslServer, SaslServerFactory, SaslException> factory) {
        return new ElytronSasl(factory, Set.copyOf(factory.getMechanismNames()));
    }

    /** {@return the server's factory; empty while it has none} */
    static Optional<ElytronSasl> present() {
        return PRESENT.get();
    }

    static void became(Optional<ElytronSasl> sasl) {
        PRESENT.set(sasl);
    }

    /**
     * {@return one authentication by this mechanism}
     *
     * @throws SaslException when the server has none, although it said so
     */
    SaslServer server(String mechanism) throws SaslException {
        return Optional.ofNullable(factory.createMechanism(mechanism))
                .orElseThrow(() -> new SaslException("the factory postern-mail makes no " + mechanism));
    }

    SecurityDomain domain() {
        return factory.getSecurityDomain();
    }
}

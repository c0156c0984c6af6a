package org.postern.net;

import org.postern.smtp.client.Login;

import java.io.IOException;
import java.util.Optional;

import javax.security.sasl.SaslClient;

/** An exchange that a SASL library leads. */
record SaslClientExchange(SaslClient client) implements Login.Exchange {
    private static final byte[] NOTHING = {};

    @Override
    public String mechanism() {
        return client.getMechanismName();
    }

    @Override
    public Optional<byte[]> initialResponse() throws IOException {
        return client.hasInitialResponse() ? Optional.of(respond(NOTHING)) : Optional.empty();
    }

    @Override
    public byte[] respond(byte[] challenge) throws IOException {
        return Optional.ofNullable(client.evaluateChallenge(challenge)).orElse(NOTHING);
    }

    @Override
    public boolean isComplete() {
        return client.isComplete();
    }
}

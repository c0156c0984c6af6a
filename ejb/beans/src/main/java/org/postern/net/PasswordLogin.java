package org.postern.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.postern.config.rule.Secret;
import org.postern.smtp.client.Login;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslClient;

/**
 * A user with a password: by SCRAM-SHA-256, which does not tell it (RFC 7677), else by PLAIN (RFC 4616), else by LOGIN.
 */
record PasswordLogin(String user, Secret secret, String host) implements Login {
    private static final List<String> PREFERENCE = List.of("SCRAM-SHA-256", "PLAIN", "LOGIN");

    @Override
    public Optional<Exchange> choose(Set<String> offered) throws IOException {
        for (String mechanism : PREFERENCE) {
            if (offered.contains(mechanism)) {
                Optional<Exchange> exchange = exchange(mechanism, Secrets.read(secret));
                if (exchange.isPresent()) {
                    return exchange;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Exchange> exchange(String mechanism, String password) throws IOException {
        if (mechanism.equals("LOGIN")) {
            return Optional.of(new AskedInTurn(user.getBytes(UTF_8), password.getBytes(UTF_8)));
        }
        SaslClient client = Sasl.createSaslClient(new String[]{mechanism}, null, "smtp", host, Map.of(),
                callbacks -> answer(password, callbacks));
        return Optional.ofNullable(client).map(SaslClientExchange::new);
    }

    private void answer(String password, Callback... callbacks) throws UnsupportedCallbackException {
        for (Callback callback : callbacks) {
            switch (callback) {
                case NameCallback name -> name.setName(user);
                case PasswordCallback asked -> asked.setPassword(password.toCharArray());
                default -> throw new UnsupportedCallbackException(callback);
            }
        }
    }

    /** LOGIN, which asks for one after the other in words that nobody has to understand. */
    private static final class AskedInTurn implements Exchange {
        private final byte[] user;
        private final byte[] password;
        private int asked;

        AskedInTurn(byte[] user, byte[] password) {
            this.user = user;
            this.password = password;
        }

        @Override
        public String mechanism() {
            return "LOGIN";
        }

        @Override
        public Optional<byte[]> initialResponse() {
            return Optional.empty();
        }

        /** The contents of the challenges are ignored (draft-murchison-sasl-login-00, 2.1). */
        @Override
        public boolean readsChallenges() {
            return false;
        }

        @Override
        public byte[] respond(byte[] challenge) throws IOException {
            asked++;
            if (asked > 2) {
                throw new IOException("the server asks for more than user and password");
            }
            return (asked == 1 ? user : password).clone();
        }

        @Override
        public boolean isComplete() {
            return asked == 2;
        }
    }
}

package org.postern.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.postern.smtp.client.Login;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** A user for whom a token speaks: XOAUTH2, as Microsoft and Google have it. */
record TokenLogin(String user, Tokens tokens) implements Login {
    private static final String XOAUTH2 = "XOAUTH2";

    @Override
    public Optional<Exchange> choose(Set<String> offered) throws IOException {
        return offered.contains(XOAUTH2) ? Optional.of(new Bearer(user, tokens.token())) : Optional.empty();
    }

    @Override
    public boolean renew() {
        return tokens.forget();
    }

    /** All is said at once; a challenge is a complaint, which wants an empty answer before the refusal comes. */
    private static final class Bearer implements Exchange {
        private final String user;
        private final String token;

        Bearer(String user, String token) {
            this.user = user;
            this.token = token;
        }

        @Override
        public String mechanism() {
            return XOAUTH2;
        }

        @Override
        public Optional<byte[]> initialResponse() {
            return Optional.of(("user=" + user + "\1auth=Bearer " + token + "\1\1").getBytes(UTF_8));
        }

        @Override
        public byte[] respond(byte[] challenge) {
            return new byte[0];
        }

        @Override
        public boolean isComplete() {
            return true;
        }
    }
}

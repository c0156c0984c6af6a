package org.postern.config.rule;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Who we are for one server (RFC 4954).
 *
 * @param host as a route names it, in lower case
 * @param user the name of the account
 * @param secret its password, or with {@code token} that of the client
 * @param token where tokens come from, for XOAUTH2; none: the secret is the password
 */
public record LoginRule(String host, String user, Secret secret, Optional<TokenSource> token) {
    /**
     * An OAuth 2.0 server, asked for the client's own credentials (RFC 6749, 4.4).
     *
     * @param endpoint where tokens are to be had, by HTTPS; by HTTP on the own machine alone
     * @param client the client's name there
     * @param scope what the token is to be good for; empty for what is usual there
     */
    public record TokenSource(URI endpoint, String client, String scope) {}

    public LoginRule {
        host = host.toLowerCase(Locale.ROOT);
    }

    /** {@return the same, by tokens from there} */
    public LoginRule by(TokenSource source) {
        return new LoginRule(host, user, secret, Optional.of(source));
    }

    /** {@return the address, which nobody can overhear} */
    public static URI endpoint(String text) {
        URI address = URI.create(text);
        boolean own = "http".equals(address.getScheme())
                && ("127.0.0.1".equals(address.getHost()) || "[::1]".equals(address.getHost()));
        if (!"https".equals(address.getScheme()) && !own) {
            throw new IllegalArgumentException("tokens are fetched by https alone: " + text);
        }
        return address;
    }

    public static String text(String text) {
        if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("empty, or with a control character in it");
        }
        return text;
    }
}

package org.postern.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import org.postern.config.LoginRule;
import org.postern.config.Secret;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Tokens for one client by its own credentials (RFC 6749, 4.4), each kept until shortly before its time is over. Safe for many threads;
 * one of them fetches, the others wait.
 */
final class Tokens {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    /** So long before its end a token is not used any more. */
    private static final Duration MARGIN = Duration.ofMinutes(2);
    private static final Duration USUAL = Duration.ofMinutes(10);
    /** A token that was refused so soon after it was fetched is refused for another reason than its age. */
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final int MAX_ANSWER = 1 << 20;
    private static final int OK = 200;

    private final LoginRule.TokenSource source;
    private final Secret secret;
    private final InstantSource clock;
    private final HttpClient http;
    private Optional<Token> kept = Optional.empty();

    private record Token(String text, Instant fetched, Instant end) {}

    Tokens(LoginRule.TokenSource source, Secret secret, InstantSource clock, HttpClient http) {
        this.source = source;
        this.secret = secret;
        this.clock = clock;
        this.http = http;
    }

    /**
     * {@return a token that is good for a while}
     *
     * @throws IOException saying why there is none; never with a secret
     */
    synchronized String token() throws IOException {
        Instant now = clock.instant();
        if (kept.filter(token -> now.isBefore(token.end())).isEmpty()) {
            kept = Optional.of(fetch(now));
        }
        return kept.get().text();
    }

    /** Forgets the token; {@return whether another may fare better: this one was not fetched just now}. */
    synchronized boolean forget() {
        boolean old = kept.filter(token -> clock.instant().isAfter(token.fetched().plus(FRESH))).isPresent();
        kept = Optional.empty();
        return old;
    }

    private Token fetch(Instant now) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(source.endpoint())
                .timeout(LIMIT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(form()))
                .build();
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return token(response.statusCode(), body.readNBytes(MAX_ANSWER), now);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(LimitedSocket.STOPPING);
        } catch (IOException e) {
            throw new IOException("no token from " + source.endpoint().getHost() + ": " + e.getMessage(), e);
        }
    }

    private String form() throws IOException {
        String scope = source.scope().isEmpty() ? "" : "&scope=" + URLEncoder.encode(source.scope(), UTF_8);
        return "grant_type=client_credentials&client_id=" + URLEncoder.encode(source.client(), UTF_8)
                + "&client_secret=" + URLEncoder.encode(Secrets.read(secret), UTF_8) + scope;
    }

    private static Token token(int status, byte[] body, Instant now) throws IOException {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            JsonObject answer = reader.readObject();
            if (status != OK) {
                throw new IOException("status " + status + ", " + answer.getString("error", "no error named"));
            }
            String text = answer.getString("access_token", "");
            if (text.isEmpty() || text.chars().anyMatch(Character::isISOControl)) {
                throw new IOException("the answer holds no token");
            }
            Duration life = Duration.ofSeconds(answer.getInt("expires_in", Math.toIntExact(USUAL.toSeconds())));
            Duration used = life.compareTo(MARGIN.multipliedBy(2)) > 0 ? life.minus(MARGIN) : life.dividedBy(2);
            return new Token(text, now, now.plus(used));
        } catch (JsonException | ClassCastException e) {
            throw new IOException("status " + status + ", and the answer is no JSON", e);
        }
    }
}

package org.postern.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import org.postern.config.rule.LoginRule;
import org.postern.config.rule.Secret;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Tokens for one client by its own credentials (RFC 6749, 4.4), each kept until shortly before its time is over, and in need until that
 * itself. Safe for many threads: one of them fetches, the others wait no longer than it may take. An interrupt ends all waiting.
 */
final class Tokens {
    /** How long fetching may take, to the last octet of the answer. */
    static final Duration LIMIT = Duration.ofSeconds(20);
    /** So long before its end a token is to be replaced. */
    private static final Duration MARGIN = Duration.ofMinutes(2);
    private static final Duration USUAL = Duration.ofMinutes(10);
    /** A token that was refused so soon after it was fetched is refused for another reason than its age. */
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final int MAX_ANSWER = 1 << 20;
    private static final BodyHandler<byte[]> BOUNDED = BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER);
    private static final int OK = 200;

    private final LoginRule.TokenSource source;
    private final Secret secret;
    private final InstantSource clock;
    private final HttpClient http;
    private final Duration limit;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile Optional<Token> kept = Optional.empty();

    private record Token(String text, Instant fetched, Instant old, Instant end) {}

    /** @param limit how long fetching may take */
    Tokens(LoginRule.TokenSource source, Secret secret, InstantSource clock, HttpClient http, Duration limit) {
        this.source = source;
        this.secret = secret;
        this.clock = clock;
        this.http = http;
        this.limit = limit;
    }

    /**
     * {@return a token that is good for a while}
     *
     * @throws IOException saying why there is none; never with a secret
     */
    String token() throws IOException {
        Instant now = clock.instant();
        Optional<Token> valid = kept.filter(token -> now.isBefore(token.end()));
        boolean young = valid.filter(token -> now.isBefore(token.old())).isPresent();
        return young || (valid.isPresent() && fetching.isLocked()) ? valid.get().text() : replaced(valid, now).text();
    }

    private Token replaced(Optional<Token> valid, Instant now) throws IOException {
        try {
            if (!fetching.tryLock(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("no token from " + source.endpoint().getHost() + " in time");
            }
        } catch (InterruptedException e) {
            throw stopping();
        }
        try {
            Optional<Token> meanwhile = kept.filter(token -> now.isBefore(token.old()));
            Token token = meanwhile.isPresent() ? meanwhile.get() : fetch(now);
            kept = Optional.of(token);
            return token;
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            if (valid.isEmpty()) {
                throw e;
            }
            return valid.get();
        } finally {
            fetching.unlock();
        }
    }

    /** Forgets the token; {@return whether another may fare better: this one was not fetched just now}. */
    boolean forget() {
        boolean old = kept.filter(token -> clock.instant().isAfter(token.fetched().plus(FRESH))).isPresent();
        kept = Optional.empty();
        return old;
    }

    private Token fetch(Instant now) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(source.endpoint())
                .timeout(limit)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(form()))
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, BOUNDED);
        try {
            HttpResponse<byte[]> response = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return token(response.statusCode(), response.body(), now);
        } catch (InterruptedException e) {
            throw stopping();
        } catch (TimeoutException e) {
            throw failed("no answer in time", e);
        } catch (ExecutionException e) {
            throw failed(e.getCause().getMessage(), e);
        } catch (IOException e) {
            throw failed(e.getMessage(), e);
        } finally {
            answer.cancel(true);
        }
    }

    private IOException failed(String reason, Exception cause) {
        return new IOException("no token from " + source.endpoint().getHost() + ": " + reason, cause);
    }

    private static InterruptedIOException stopping() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException(LimitedSocket.STOPPING);
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
            return new Token(text, now, now.plus(used), now.plus(life));
        } catch (JsonException | ClassCastException e) {
            throw new IOException("status " + status + ", and the answer is no JSON", e);
        }
    }
}

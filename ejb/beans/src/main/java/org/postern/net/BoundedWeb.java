package org.postern.net;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.TimeUnit;
import java.util.Optional;

/**
 * Asks a web server for one document at a time, by HTTPS, and on this machine by HTTP, too. Bounded in time and octets; follows nobody elsewhere. Each
 * request has a client of its own: they are rare, and no thread stays behind.
 */
public final class BoundedWeb {
    /** How long one request takes at most, from the first look for the server's address to the last octet. */
    public static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int MOST_OCTETS = 262_144;
    private static final String JSON = "application/json";

    private final Authorities authorities;
    private final Duration limit;

    /** @param authorities PEM file of those that are believed; none: those that Java knows */
    public BoundedWeb(Optional<Path> authorities) {
        this(authorities, LIMIT);
    }

    /** The same with another {@link #LIMIT}. */
    public BoundedWeb(Optional<Path> authorities, Duration limit) {
        this.authorities = new Authorities(authorities);
        this.limit = limit;
    }

    /**
     * What came back.
     *
     * @param status of HTTP
     */
    public record Answer(int status, String text) {}

    /**
     * {@return what stands there}
     *
     * @throws IOException when there is no answer, in a few words
     */
    public Answer get(URI address) throws IOException {
        return send(HttpRequest.newBuilder(safe(address)).GET().header("Accept", JSON));
    }

    /**
     * {@return the answer to a form}
     *
     * @param authorization the whole header field; empty for none
     * @throws IOException when there is no answer, in a few words
     */
    public Answer post(URI address, String form, String authorization) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(safe(address))
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", JSON);
        return send(authorization.isEmpty() ? request : request.header("Authorization", authorization));
    }

    private static URI safe(URI address) throws IOException {
        boolean https = "https".equals(address.getScheme());
        boolean here = "http".equals(address.getScheme()) && isLoopback(String.valueOf(address.getHost()));
        if (!https && !here) {
            throw new IOException("neither by https nor on this machine: " + address);
        }
        return address;
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
        } catch (IllegalArgumentException name) {
            return host.equals("localhost");
        }
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        HttpClient http = HttpClient.newBuilder()
                .sslContext(authorities.context(Optional.empty()))
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(limit)
                .build();
        try {
            HttpResponse<byte[]> response = http
                    .sendAsync(request.timeout(limit).build(),
                            BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_OCTETS))
                    .get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
            throw new IOException(
                    Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName()), cause);
        } catch (TimeoutException e) {
            throw new IOException("no answer in time", e);
        } finally {
            http.shutdownNow();
        }
    }
}

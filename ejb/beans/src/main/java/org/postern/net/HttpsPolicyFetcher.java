package org.postern.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.postern.delivery.sts.PolicyFetcher;
import org.postern.delivery.tls.TlsFault;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

/**
 * Fetches policies by HTTPS from {@code mta-sts.DOMAIN}, whose certificate has to lead to an authority and have that name; follows
 * nobody elsewhere (RFC 8461, 3.3). Each fetch has a client of its own: they are rare, and no thread stays behind.
 */
public final class HttpsPolicyFetcher implements PolicyFetcher {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int MOST_OCTETS = 65_536;
    private static final int OK = 200;

    private final Authorities authorities;
    private final Optional<InetSocketAddress> proxy;

    /**
     * Believes these.
     *
     * @param authorities PEM file; none: those that Java knows
     * @param proxy that is asked to connect; none: straight on
     */
    public HttpsPolicyFetcher(Optional<Path> authorities, Optional<InetSocketAddress> proxy) {
        this.authorities = new Authorities(authorities);
        this.proxy = proxy;
    }

    @Override
    public Fetched fetch(String domain) {
        try {
            return fetch(URI.create("https://mta-sts." + domain + "/.well-known/mta-sts.txt"));
        } catch (IllegalArgumentException e) {
            return new Failed(TlsFault.STS_POLICY_FETCH_ERROR, "no name for a host: " + domain);
        } catch (IOException e) {
            return failed(e);
        }
    }

    private Fetched fetch(URI file) throws IOException {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .sslContext(authorities.context(Optional.empty()))
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(LIMIT)
                .proxy(proxy.map(ProxySelector::of).orElse(HttpClient.Builder.NO_PROXY));
        HttpRequest request = HttpRequest.newBuilder(file).timeout(LIMIT).header("Accept", "text/plain").build();
        HttpClient http = builder.build();
        try {
            return document(http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_OCTETS))
                    .get(LIMIT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Failed(TlsFault.STS_POLICY_FETCH_ERROR, LimitedSocket.STOPPING);
        } catch (ExecutionException e) {
            return failed(Optional.ofNullable(e.getCause()).orElse(e));
        } catch (TimeoutException e) {
            return new Failed(TlsFault.STS_POLICY_FETCH_ERROR, "no answer in time");
        } finally {
            http.shutdownNow();
        }
    }

    private static Fetched document(HttpResponse<byte[]> response) {
        String type = response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (response.statusCode() != OK) {
            return new Failed(TlsFault.STS_POLICY_FETCH_ERROR, "status " + response.statusCode());
        }
        if (!type.equals("text/plain") && !type.startsWith("text/plain;")) {
            return new Failed(TlsFault.STS_POLICY_FETCH_ERROR, "it is no text/plain");
        }
        return new Document(new String(response.body(), UTF_8));
    }

    private static Failed failed(Throwable failure) {
        boolean certificate = Stream.iterate(failure, e -> e != null, Throwable::getCause)
                .limit(10)
                .anyMatch(SSLException.class::isInstance);
        return new Failed(certificate ? TlsFault.STS_WEBPKI_INVALID : TlsFault.STS_POLICY_FETCH_ERROR,
                Optional.ofNullable(failure.getMessage()).orElse(failure.getClass().getSimpleName()));
    }
}

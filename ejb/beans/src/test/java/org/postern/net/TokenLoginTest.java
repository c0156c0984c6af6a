package org.postern.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postern.config.rule.LoginRule;
import org.postern.config.rule.Secret;
import org.postern.smtp.client.Login;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

class TokenLoginTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicReference<String> answer = new AtomicReference<>("");
    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer server;
    private final CountDownLatch over = new CountDownLatch(1);
    private Login login;
    private URI endpoint;
    private Secret.File secret;
    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 5);
        server.createContext("/token", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            String said = answer.get().isEmpty()
                    ? "{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\"token-" + asked.size() + "\"}"
                    : answer.get();
            exchange.sendResponseHeaders(answer.get().isEmpty() ? 200 : 401, said.length());
            exchange.getResponseBody().write(said.getBytes(UTF_8));
            exchange.close();
        });
        server.start();
        server.createContext("/stalled", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            awaitTheEnd();
        });
        secret = new Secret.File(Files.writeString(folder.resolve("secret"), "s&cret"));
        endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/token");
        login = login(endpoint, Tokens.LIMIT);
    }

    private Login login(URI where, Duration limit) {
        return new TokenLogin("gateway@example.org", new Tokens(
                new LoginRule.TokenSource(where, "client", "https://mail.example/.default"), secret, now::get, http,
                limit));
    }

    private void awaitTheEnd() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        http.close();
    }

    private String said() throws IOException {
        Login.Exchange exchange = login.choose(Set.of("XOAUTH2", "PLAIN")).orElseThrow();
        return new String(exchange.initialResponse().orElseThrow(), UTF_8);
    }

    @Test
    void showsATokenFetchedByTheClientsOwnCredentials() throws IOException {
        assertThat(said()).isEqualTo("user=gateway@example.org\1auth=Bearer token-1\1\1");
        assertThat(asked).containsExactly("grant_type=client_credentials&client_id=client&client_secret=s%26cret"
                + "&scope=https%3A%2F%2Fmail.example%2F.default");
    }

    @Test
    void keepsATokenUntilShortlyBeforeItsEnd() throws IOException {
        said();
        now.updateAndGet(time -> time.plusSeconds(3_000));
        assertThat(said()).contains("token-1");
        now.updateAndGet(time -> time.plusSeconds(550));
        assertThat(said()).contains("token-2");
    }

    @Test
    void keepsAnOldTokenThatIsStillValidWhereThereIsNoOther() throws IOException {
        said();
        answer.set("{\"error\":\"temporarily_unavailable\"}");
        now.updateAndGet(time -> time.plusSeconds(3_550));
        assertThat(said()).contains("token-1");
        now.updateAndGet(time -> time.plusSeconds(100));
        assertThatThrownBy(this::said).hasMessageContaining("temporarily_unavailable");
    }

    @Test
    @Timeout(20)
    void doesNotWaitForAnAnswerThatStallsBehindItsHeader() {
        login = login(endpoint.resolve("/stalled"), Duration.ofMillis(200));
        assertThatThrownBy(this::said).isInstanceOf(IOException.class)
                .hasMessageStartingWith("no token from 127.0.0.1: ");
        assertThatThrownBy(this::said).isInstanceOf(IOException.class);
    }

    @Test
    void fetchesAnotherWhenAnOldOneIsRefusedButNotOnAndOn() throws IOException {
        said();
        now.updateAndGet(time -> time.plusSeconds(60));
        assertThat(login.renew()).isTrue();
        assertThat(said()).contains("token-2");
        assertThat(login.renew()).isFalse();
    }

    @Test
    void neverShowsAPasswordInItsPlace() throws IOException {
        assertThat(login.choose(Set.of("PLAIN", "LOGIN"))).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void saysWhyThereIsNoToken() {
        answer.set("{\"error\":\"invalid_client\"}");
        assertThatThrownBy(this::said).isInstanceOf(IOException.class)
                .hasMessageContaining("invalid_client")
                .hasMessageNotContaining("s&cret");
    }
}

package org.postern.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Three pages over HTTP, and nothing else, whatever is asked for. */
class PortTest {
    private static final InetSocketAddress ANYWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> broken = new ArrayList<>();
    private final List<String> obstacles = new ArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(2);
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean failing;
    private volatile boolean hanging;
    private Port port;

    private byte[] figures() {
        if (hanging) {
            begun.countDown();
            await(end);
        }
        if (failing) {
            throw new IllegalStateException("no figures");
        }
        return "postern_ready 1.0\n".getBytes(StandardCharsets.UTF_8);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void open() throws IOException {
        port = Port.open(ANYWHERE, new Pages(() -> broken, () -> obstacles, this::figures));
    }

    @AfterEach
    void close() {
        port.close();
    }

    private HttpResponse<String> ask(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.address().getPort() + path))
                .method(method, BodyPublishers.noBody())
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    @Test
    void tellsFiguresAsPrometheusWantsThem() throws Exception {
        HttpResponse<String> answer = ask("GET", "/metrics");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.body()).isEqualTo("postern_ready 1.0\n");
    }

    @Test
    void livesWhileAllGoesOnAndIsReadyWhileNothingIsInTheWay() throws Exception {
        assertThat(ask("GET", "/health/live").body()).isEqualTo("live\n");
        assertThat(ask("HEAD", "/health/ready").statusCode()).isEqualTo(200);

        obstacles.addAll(List.of("the broker does not answer", "the listener mx is closed"));
        assertThat(ask("GET", "/health/live").statusCode()).isEqualTo(200);
        assertThat(ask("GET", "/health/ready").statusCode()).isEqualTo(503);
        assertThat(ask("GET", "/health/ready").body())
                .isEqualTo("the broker does not answer\nthe listener mx is closed\n");

        broken.add("looking after the broker does not go on");
        assertThat(ask("GET", "/health/live").statusCode()).isEqualTo(503);
        assertThat(ask("GET", "/health/live").body()).startsWith("looking after the broker");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/ready", "/login", "/dashboard", "/api/status", "/index.xhtml", "/metrics/",
            "/health",
            "/metrics/../login", "/jakarta.faces.resource/x", "/WEB-INF/web.xml", "//metrics"})
    void thereIsNothingElse(String path) throws Exception {
        assertThat(ask("GET", path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE"})
    void nobodyChangesAnything(String method) throws Exception {
        assertThat(ask(method, "/metrics").statusCode()).isEqualTo(405);
    }

    @Test
    void aFaultIsNoPageOfTheServer() throws Exception {
        failing = true;
        HttpResponse<String> answer = ask("GET", "/metrics");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void connectionsThatSayNothingAreNoMoreThanTheLimitAndKeepNobodyOutForGood() throws Exception {
        List<Socket> silent = new ArrayList<>();
        for (int i = 0; i < Port.CONNECTIONS - 1; i++) {
            silent.add(new Socket(InetAddress.getLoopbackAddress(), port.address().getPort()));
        }
        assertThat(ask("GET", "/health/live").statusCode()).isEqualTo(200);
        for (Socket one : silent) {
            one.close();
        }
        assertThat(ask("GET", "/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void aProbeDoesNotWaitForWhoAsksForFigures() throws Exception {
        hanging = true;
        HttpRequest request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + port.address().getPort() + "/metrics"))
                .build();
        List<CompletableFuture<HttpResponse<String>>> scrapes = List.of(
                client.sendAsync(request, BodyHandlers.ofString()), client.sendAsync(request, BodyHandlers.ofString()));
        await(begun);
        assertThat(ask("GET", "/health/live").body()).isEqualTo("live\n");
        end.countDown();
        for (CompletableFuture<HttpResponse<String>> scrape : scrapes) {
            assertThat(scrape.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void saysWhyItCannotListen() {
        InetSocketAddress taken = new InetSocketAddress(InetAddress.getLoopbackAddress(), port.address().getPort());
        assertThatThrownBy(() -> Port.open(taken, _ -> {
        })).isInstanceOf(IOException.class).hasMessageContaining("in use");
        assertThatThrownBy(() -> Port.open(InetSocketAddress.createUnresolved("nowhere.invalid", 1), _ -> {
        })).hasMessageContaining("nowhere.invalid");
    }
}

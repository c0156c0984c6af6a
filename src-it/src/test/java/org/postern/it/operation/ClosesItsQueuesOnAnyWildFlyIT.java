package org.postern.it.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Application;
import org.postern.it.harness.Ports;
import org.postern.it.harness.RecordingServer;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.WorkFolder;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** On a WildFly of somebody's own, prepared as docs/deploying.md says, the gateway works and its queues are its own. */
class ClosesItsQueuesOnAnyWildFlyIT {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int SMTP = Ports.free();
    private static final int METRICS = Ports.free();
    private static final String[] QUEUES = {"postern.outgoing", "postern.outgoing.bulk", "postern.incoming",
            "postern.archive", "postern.events", "postern.dead", "postern.submit", "postern.submit.bulk"};

    private static RecordingServer nextHop;
    private static WorkFolder folder;
    private static OwnWildFly server;
    private static Application application;

    @BeforeAll
    static void start() throws IOException {
        nextHop = RecordingServer.start();
        folder = WorkFolder.in(Path.of(System.getProperty("postern.root"), "src-it/target"), "own-");
        server = OwnWildFly.withGateway(Files.writeString(folder.path().resolve("postern.toml"), """
                [gateway]
                name = "gateway.example"
                dns = ["127.0.0.1:1"]
                [listener.mx]
                port = %d
                [[route]]
                recipient = "test.example"
                to = "%s"
                [settings]
                "metrics.port" = %d
                """.formatted(SMTP, nextHop.destination(), METRICS)));
        server.account("visitor", Application.PASSWORD, "guest");
        server.account("orders", Application.PASSWORD, "application");
        application = Application.with(server.http(), "orders");
    }

    @AfterAll
    static void stop() {
        server.close();
        folder.close();
        nextHop.close();
    }

    @Test
    void mailIsTakenAndHandedOn() throws IOException {
        try (SmtpDialogue client = SmtpDialogue.greeted(SMTP)) {
            client.mail("a@client.example", "b@test.example", SampleMail.about("through another's server"));
        }
        nextHop.awaitText("Subject: through another's server", LIMIT);
    }

    @Test
    void whoMayHandInMailHandsItIn() {
        application.submit("orders@app.example", "b@test.example", SampleMail.about("of an application"));
        nextHop.awaitText("Subject: of an application", LIMIT);
    }

    @Test
    void healthAndFiguresAreToldThereToo() throws IOException, InterruptedException {
        assertThat(ask("/health/ready").statusCode()).isEqualTo(200);
        assertThat(ask("/metrics").body()).contains("postern_ready 1.0\n",
                "postern_reading_ok{reading=\"parked\"} 1.0\n");
        assertThat(ask("/ready").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> ask(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + METRICS + path)).build(),
                BodyHandlers.ofString());
    }

    @Test
    void nobodysAccountReachesThem() {
        assertThat(Application.with(server.http(), "visitor").tryQueues(QUEUES)).containsExactly(QUEUES);
    }

    @Test
    void nobodyOverhearsThemAtAnAddressWithWildcards() {
        String[] wide = {"jms.queue.#", "#", "jms.queue.*.by.nobody"};
        assertThat(Application.with(server.http(), "visitor").tryQueues(wide)).containsExactly(wide);
    }

    @Test
    void whoMayHandInMailDoesNoMore() {
        assertThat(application.tryQueues(QUEUES)).containsExactly("postern.outgoing", "postern.outgoing.bulk",
                "postern.incoming", "postern.archive", "postern.events", "postern.dead", "postern.submit writes",
                "postern.submit.bulk writes");
    }
}

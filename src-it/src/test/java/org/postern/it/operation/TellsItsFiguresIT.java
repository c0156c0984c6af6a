package org.postern.it.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.Await;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** At a port of its own the gateway tells how it is and what it does, in the figures of the list, and nothing else is there. */
@World.Shared
class TellsItsFiguresIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Path PAGE = Path.of("..", "docs", "metrics.md");
    private static final Pattern LISTED = Pattern.compile("^\\| `(postern_\\w+)` \\| (\\w+) ", Pattern.MULTILINE);
    private static final Pattern DECLARED = Pattern.compile("^# TYPE (postern_\\w+) (\\w+)$", Pattern.MULTILINE);
    private static final Pattern SAMPLE = Pattern
            .compile("[a-z_]+(\\{([a-z]+=\"[^\"\\n]*\",?)+})? (-?[0-9.]+(E-?[0-9]+)?|NaN|[+-]Inf)");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static HttpResponse<String> ask(World world, String path) {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + world.metrics() + path)).build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(path, e);
        }
    }

    private static String scrape(World world) {
        HttpResponse<String> answer = ask(world, "/metrics");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** {@return the figure of this name, with all these labels; the sum where there are several} */
    private static double figure(String text, String name, String... labels) {
        return text.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> Set.of(labels).stream().allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static void awaits(World world, String name, double least, String... labels) {
        Await.until(name + List.of(labels) + " is " + least, LIMIT,
                () -> figure(scrape(world), name, labels) >= least);
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        pattern.matcher(text)
                .results()
                .map(one -> (one.group(2).equals("counter") ? one.group(1).replaceFirst("_total$", "") : one.group(1))
                        + " " + one.group(2))
                .forEach(found::add);
        return found;
    }

    @Test
    void whatBecomesOfMailIsCounted(World world) throws IOException {
        String before = scrape(world);
        world.nextHop().says("RCPT TO:<counted@test.example>", "451 4.7.1 greylisted, come back");
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("MAIL FROM:<a@client.example>");
            assertThat(client.say("RCPT TO:<b@elsewhere.example>")).startsWith("550 5.7.1");
            client.say("RSET");
            assertThat(client.mail("a@client.example", "counted@test.example", SampleMail.about("to be counted")))
                    .startsWith("250");
            assertThat(client.mail("a@client.example", "orders@app.example", SampleMail.about("to be handed over")))
                    .startsWith("250");
        }
        world.nextHop().awaitText("Subject: to be counted", LIMIT);

        for (Grown grown : List.of(new Grown("postern_accepted_total", 2, "source=\"smtp\""),
                new Grown("postern_listener_messages_total", 2, "listener=\"mx\""),
                new Grown("postern_sessions_begun_total", 1, "listener=\"mx\""),
                new Grown("postern_refused_total", 1, "listener=\"mx\"", "code=\"550\"", "rule=\"relay\""),
                new Grown("postern_deferred_total", 1, "destination=\"host\"", "kind=\"greylisted\""),
                new Grown("postern_delivered_total", 1, "destination=\"host\""),
                new Grown("postern_delivered_total", 1, "destination=\"queue\""),
                new Grown("postern_smtp_transaction_seconds_count", 2, "result=\"accepted\""),
                new Grown("postern_delivery_attempt_seconds_count", 2, "lane=\"ordinary\""),
                new Grown("postern_time_in_gateway_seconds_count", 1, "lane=\"ordinary\""),
                new Grown("postern_queue_commit_seconds_count", 3),
                new Grown("postern_database_seconds_count", 1, "work=\"park\""),
                new Grown("postern_database_seconds_count", 1, "work=\"stories\""))) {
            awaits(world, grown.name(), figure(before, grown.name(), grown.labels()) + grown.by(), grown.labels());
        }
        assertThat(figure(scrape(world), "postern_time_in_gateway_seconds_sum", "lane=\"ordinary\""))
                .isGreaterThan(figure(before, "postern_time_in_gateway_seconds_sum", "lane=\"ordinary\""));
    }

    @SuppressWarnings("ArrayRecordComponent") // is never compared
    private record Grown(String name, double by, String... labels) {}

    @Test
    void theFiguresAreThoseOfTheListAndNoneTellsOfStrangers(World world) throws IOException {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.mail("stranger@client.example", "listed@test.example", SampleMail.about("who is listed"));
        }
        Await.until("broker and database are read", LIMIT,
                () -> figure(scrape(world), "postern_reading_ok") == 2);
        String text = scrape(world);
        Set<String> listed = found(LISTED, Files.readString(PAGE));
        listed.removeIf(name -> name.contains("_scanner_")); // there is none here
        Set<String> told = found(DECLARED, text);
        told.removeIf(name -> name.contains("_scanner_"));
        assertThat(told).isEqualTo(listed);
        assertThat(text).doesNotContain("example", "stranger", "@", "127.0.0.1");
        assertThat(text.lines().filter(line -> !line.startsWith("#"))).allMatch(SAMPLE.asMatchPredicate());
        assertThat(text.lines().filter(line -> !line.startsWith("#")).count()).isLessThan(1000);
    }

    @Test
    void itTellsHowItIs(World world) {
        assertThat(ask(world, "/health/live").body()).isEqualTo("live\n");
        assertThat(ask(world, "/health/ready").body()).isEqualTo("ready\n");
        String text = scrape(world);
        assertThat(figure(text, "postern_ready")).isEqualTo(1);
        assertThat(figure(text, "postern_store_up")).isEqualTo(3);
        assertThat(figure(text, "postern_listener_up", "listener=\"mx\"")).isEqualTo(1);
        awaits(world, "postern_reading_ok", 2);
        assertThat(scrape(world)).contains("postern_queue_depth{queue=\"postern.dead\"}",
                "postern_queue_oldest_seconds{queue=\"postern.outgoing\"}", "postern_parked{destination=\"mx\"}",
                "postern_doors{state=\"open\"}");
    }

    @Test
    void theConsoleIsNotThere(World world) {
        for (String path : List.of("/", "/login", "/dashboard", "/ready", "/api/v1/status", "/trouble",
                "/jakarta.faces.resource/console.css", "/.well-known/mta-sts.txt")) {
            assertThat(ask(world, path).statusCode()).as(path).isEqualTo(404);
        }
    }
}

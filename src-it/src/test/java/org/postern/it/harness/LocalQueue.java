package org.postern.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What {@code ./postern queue} says to the gateway: parked mail and destinations, by who can read its data folder. */
public final class LocalQueue {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Gateway gateway;
    private final String what;

    public LocalQueue(Gateway gateway) {
        this(gateway, "queue");
    }

    /** For another room of what people do at the command line. */
    public LocalQueue(Gateway gateway, String what) {
        this.gateway = gateway;
        this.what = what;
    }

    /** {@return what {@code ./postern route} says to the gateway: routes and aliases} */
    public static LocalQueue ofRoutes(Gateway gateway) {
        return new LocalQueue(gateway, "routes");
    }

    /** {@return what {@code ./postern list} says to the gateway: whom people allow and block} */
    public static LocalQueue ofLists(Gateway gateway) {
        return new LocalQueue(gateway, "lists");
    }

    /** {@return what {@code ./postern rule} says to the gateway: rules on mail} */
    public static LocalQueue ofRules(Gateway gateway) {
        return new LocalQueue(gateway, "rules");
    }

    /** {@return what {@code ./postern reports} says to the gateway: reports on DMARC and TLS} */
    public static LocalQueue ofReports(Gateway gateway) {
        return new LocalQueue(gateway, "reports");
    }

    /** {@return what {@code ./postern dkim} says to the gateway: keys that sign} */
    public static LocalQueue ofKeys(Gateway gateway) {
        return new LocalQueue(gateway, "dkim");
    }

    /** {@return the lines of the answer, each as its words} Names and values in turn. */
    public List<List<String>> ask(String action, String... namesAndValues) {
        StringBuilder form = new StringBuilder("action=" + action);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append('&').append(namesAndValues[i]).append('=').append(encode(namesAndValues[i + 1]));
        }
        HttpResponse<String> answer = post(what, form.toString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body().lines().map(line -> Arrays.asList(line.split("\t", -1))).toList();
    }

    /** Does something and {@return the operation's last line}, when it has ended: id, state, total, done, passed, failed. */
    public List<String> operate(String action, String... namesAndValues) {
        List<String> given = new ArrayList<>(List.of(namesAndValues));
        String id = ask(action, given.toArray(String[]::new)).getFirst().getFirst();
        return Await.value("the operation " + id + " has ended", LIMIT, () -> {
            List<String> line = ask("operation", "id", id).getFirst();
            return line.get(1).equals("RUNNING") ? Optional.empty() : Optional.of(line);
        });
    }

    /** {@return the report on today's TLS sessions with the servers of a domain, in JSON} */
    public String tlsReport(String domain) {
        return post("tls-reports", "day=" + LocalDate.now(ZoneOffset.UTC) + "&domain=" + encode(domain)).body();
    }

    private HttpResponse<String> post(String what, String form) {
        try {
            String token = Files.readString(gateway.data().resolve("local-token"));
            URI place = URI.create("http://127.0.0.1:" + gateway.http() + "/local/" + what);
            return HTTP.send(HttpRequest.newBuilder(place)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .timeout(LIMIT)
                    .POST(BodyPublishers.ofString(form))
                    .build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

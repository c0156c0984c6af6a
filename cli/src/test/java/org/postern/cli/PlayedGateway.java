package org.postern.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.postern.cli.verb.Surroundings;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A data folder, a process that looks like a gateway's, and a server that answers as the document of the API says. */
final class PlayedGateway implements AutoCloseable {
    private static final String API = "/api/v1";

    private final Path data;
    private final Described api = Described.asItIs();
    private final HttpServer server;
    private final Process process;
    private final List<String> asked = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private Optional<String> problem = Optional.empty();
    private int status;

    /** How a command has ended. */
    record Outcome(int status, String out, String err) {}

    PlayedGateway(Path folder) {
        try {
            data = Files.createDirectories(folder.resolve("data")).toRealPath();
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
            server.createContext("/", this::answer);
            server.start();
            Files.createDirectories(data.resolve("server"));
            Files.writeString(data.resolve("server/settings.properties"), "postern.http.port="
                    + server.getAddress().getPort() + "\n#postern.http.bind=127.0.0.1\n#postern.http.port=8080\n");
            Files.writeString(data.resolve("local-token"), "the-token\n");
            process = new ProcessBuilder("sh", "-c", "read x; true", "sh", "-Dpostern.data=" + data).start();
            Files.writeString(data.resolve("postern.pid"), process.pid() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    Path data() {
        return data;
    }

    /** {@return what was asked for, each as a method and a path of the document} */
    List<String> asked() {
        return asked;
    }

    /** {@return what was asked for in a way that the document does not know} */
    List<String> faults() {
        return faults;
    }

    /** Has everything answered with this problem from now on. */
    void refuses(int with, String json) {
        status = with;
        problem = Optional.of(json);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getRawPath();
            Optional<Described.Operation> operation = api.find(exchange.getRequestMethod(),
                    path.substring(API.length()));
            if (!"Bearer the-token".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                faults.add("no token");
            }
            if (problem.isPresent()) {
                send(exchange, status, problem.get());
            } else if (operation.isEmpty()) {
                faults.add(exchange.getRequestMethod() + " " + path);
                send(exchange, 404, "");
            } else {
                look(operation.get(), exchange, body);
                send(exchange, operation.get().status(), api.answer(operation.get()));
            }
        }
    }

    private void look(Described.Operation operation, HttpExchange exchange, byte[] body) {
        asked.add(operation.name());
        Optional.ofNullable(exchange.getRequestURI().getRawQuery()).ifPresent(query -> {
            for (String pair : query.split("&", -1)) {
                if (!operation.parameters().contains(pair.substring(0, pair.indexOf('=')))) {
                    faults.add(operation.name() + ": " + pair);
                }
            }
        });
        api.fault(operation, body).ifPresent(fault -> faults.add(operation.name() + ": " + fault));
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, octets.length == 0 ? -1 : octets.length);
        if (octets.length > 0) {
            exchange.getResponseBody().write(octets);
        }
    }

    /** {@return how a command ends that is given without a data folder} */
    Outcome says(String... words) {
        return says(false, Map.of("POSTERN_DATA", data.toString()), words);
    }

    Outcome says(boolean people, Map<String, String> environment, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings around = new Surroundings(
                new ByteArrayInputStream("four words of secret\n".getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8),
                people, "tester", environment);
        int ended = Postern.run(around, words);
        return new Outcome(ended, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        process.destroy();
        server.stop(0);
    }
}

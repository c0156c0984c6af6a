package org.postern.cli;

import com.sun.net.httpserver.HttpServer;
import org.postern.cli.verb.Surroundings;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Runs commands against an answer that it gives itself, so that the Java virtual machine can keep what it has loaded for the next time. Run by the build, with
 * {@code -Dpostern.data} naming an empty folder.
 */
final class Training {
    private static final byte[] ANSWER = """
            {"items": [{"key": "a", "queueId": "b", "sender": "", "recipient": "c@d.example", "reason": "held", "attempts": 1,
            "score": 1.5, "paused": true}]}
            """
            .getBytes(StandardCharsets.UTF_8);

    private Training() {}

    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(System.getProperty("postern.data")).toAbsolutePath();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, ANSWER.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(ANSWER);
            }
        });
        server.start();
        Files.createDirectories(data.resolve("server"));
        Files.writeString(data.resolve("server/settings.properties"),
                "postern.http.bind=127.0.0.1\npostern.http.port=" + server.getAddress().getPort() + "\n");
        Files.writeString(data.resolve("local-token"), "none");
        Files.writeString(data.resolve("postern.pid"), Long.toString(ProcessHandle.current().pid()));
        String[][] commands = {{"queue", "list"}, {"queue", "list", "--reason", "held", "--json"},
                {"queue", "retry", "a"},
                {"route", "add", "--recipient", "a.example", "--to", "mx"}, {"user", "list"}, {"queue", "--help"},
                {"queue", "nothing"}, {"--help"}};
        for (boolean people : new boolean[]{true, false}) {
            for (String[] command : commands) {
                String[] words = new String[command.length + 2];
                System.arraycopy(command, 0, words, 0, command.length);
                words[command.length] = "--data";
                words[command.length + 1] = data.toString();
                Postern.run(new Surroundings(InputStream.nullInputStream(), nowhere(), nowhere(), people, "", Map.of()),
                        words);
            }
        }
        server.stop(0);
    }

    private static PrintStream nowhere() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }
}

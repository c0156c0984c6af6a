package org.postern.it.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Postfix's {@code smtp-source}, in C: takes little of the processor that the server needs. Ends at the first refusal.
 *
 * @param sessions connections at the same time
 * @param messages how many altogether
 * @param octets of each
 * @param reused whether a connection takes many messages
 * @param content the file that each of them is; otherwise it makes them up
 */
public record SmtpSource(int sessions, int messages, int octets, boolean reused, Optional<Path> content) {
    /** Makes content up. */
    public SmtpSource(int sessions, int messages, int octets, boolean reused) {
        this(sessions, messages, octets, reused, Optional.empty());
    }

    /** {@return whether it is on this machine, and {@code smtp-sink} with it} */
    public static boolean isInstalled() {
        return Commands.exists("smtp-source") && Commands.exists("smtp-sink");
    }

    /**
     * Hands all messages to a server on 127.0.0.1, and returns after the last 250.
     *
     * @return the time from the start of the program to its end
     * @throws IOException when a message is refused, or the time is over
     */
    public Duration run(int port, Duration limit) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("smtp-source", "-s", Integer.toString(sessions), "-m",
                Integer.toString(messages), "-f", "sender@client.example", "-t", "recipient@test.example"));
        if (reused) {
            command.add("-d");
        }
        command.addAll(content.map(file -> List.of("-F", file.toString()))
                .orElse(List.of("-l", Integer.toString(octets))));
        command.add("127.0.0.1:" + port);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("smtp-source was not done in " + limit.toSeconds() + " s");
            }
            if (process.exitValue() != 0) {
                throw new IOException(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
            return Duration.ofNanos(System.nanoTime() - start);
        } finally {
            process.destroyForcibly();
        }
    }
}

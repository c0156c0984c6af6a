package org.postern.it.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Postfix's {@code smtp-source}, in C: takes little of the processor that the subject needs. Aborts at the first refusal. */
final class SmtpSource implements Load {
    @Override
    public Duration run(Workload workload, int port, Duration limit) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("smtp-source", "-s", Integer.toString(workload.sessions()), "-m",
                Integer.toString(workload.messages()), "-l", Integer.toString(workload.octets()), "-f",
                "sender@client.example", "-t", "recipient@test.example"));
        if (workload.reused()) {
            command.add("-d");
        }
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

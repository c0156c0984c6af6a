package org.postern.it.applications;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonString;

import org.postern.it.harness.Await;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.NumberedLoad;
import org.postern.it.program.Program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Mail of a {@link NumberedLoad} that a route leads to the sink of this gateway. */
record SunkOnce(Gateway gateway) {
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final int MESSAGES = 1_500;
    private static final int SESSIONS = 20;

    /** Each is there once, though the gateway is killed while they come. */
    void thoughTheGatewayIsKilled() throws InterruptedException {
        NumberedLoad load = new NumberedLoad(gateway.smtp(), 0, MESSAGES, SESSIONS).start();
        load.awaitAcknowledged(MESSAGES / 3, LIMIT);
        gateway.kill();
        gateway.start();
        load.awaitEnd(LIMIT);
        Program program = program();
        List<String> sunk = new ArrayList<>();
        Await.until("all are in the sink", LIMIT, () -> {
            sunk.clear();
            sunk.addAll(queueIds(program));
            return sunk.size() >= MESSAGES;
        });
        System.out.printf("%d messages to the sink, 1 kill: %d there, %d of them handed in twice%n", MESSAGES,
                sunk.size(), load.uncertain().cardinality());
        assertThat(sunk).doesNotHaveDuplicates();
        assertThat(sunk.size() - MESSAGES).isBetween(0, load.uncertain().cardinality());
    }

    private Program program() {
        try {
            return Program.stranger(gateway, "127.0.0.1")
                    .with(Files.readString(gateway.data().resolve("local-token")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> queueIds(Program program) {
        List<String> all = new ArrayList<>();
        Optional<String> next = Optional.of("/sink?limit=500");
        while (next.isPresent()) {
            Program.Answer page = program.get(next.get());
            page.items().forEach(line -> all.add(line.getString("queueId")));
            next = Optional.ofNullable(page.json().get("next")).map(link -> ((JsonString) link).getString());
        }
        return all;
    }
}

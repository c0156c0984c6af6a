package org.postern.it.applications;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonString;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Await;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.LocalQueue;
import org.postern.it.harness.NumberedLoad;
import org.postern.it.program.Program;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Mail that goes to the sink and to an application whose table has it archived is in both once. */
@Order(1)
class KeepsEachOnceIT {
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final int MESSAGES = 1_500;
    private static final int SESSIONS = 20;

    @Test
    void thoughTheGatewayIsKilledWhileItComes() throws Exception {
        try (Gateway gateway = Gateway.plan("kept").configuration("""
                [[route]]
                recipient = "test.example"
                to = "discard"
                [[route]]
                recipient = "sink.example"
                to = "sink"
                [[route]]
                recipient = "kept.example"
                to = "queue:kept"
                [[archive]]
                to = "queue:kept"
                """).start()) {
            LocalQueue.ofRoutes(gateway)
                    .ask("alias", "address", "load@test.example", "members",
                            "load@sink.example,load@kept.example");
            NumberedLoad load = new NumberedLoad(gateway.smtp(), 0, MESSAGES, SESSIONS).start();
            load.awaitAcknowledged(MESSAGES / 3, LIMIT);
            gateway.kill();
            gateway.start();
            load.awaitEnd(LIMIT);
            for (String list : List.of("/sink?limit=500", "/archive/mail?place=queue:kept&limit=500")) {
                isThereOnce(gateway, list, load.uncertain().cardinality());
            }
        }
    }

    private static void isThereOnce(Gateway gateway, String list, int uncertain) throws IOException {
        Program program = Program.stranger(gateway, "127.0.0.1")
                .with(Files.readString(gateway.data().resolve("local-token")).strip());
        List<String> there = new ArrayList<>();
        Await.until("all are in " + list, LIMIT, () -> {
            there.clear();
            there.addAll(queueIds(program, list));
            return there.size() >= MESSAGES;
        });
        System.out.printf("%d messages to %s, 1 kill: %d there, %d of them handed in twice%n", MESSAGES, list,
                there.size(),
                uncertain);
        assertThat(there).as(list).doesNotHaveDuplicates();
        assertThat(there.size() - MESSAGES).as(list).isBetween(0, uncertain);
    }

    private static List<String> queueIds(Program program, String list) {
        List<String> all = new ArrayList<>();
        Optional<String> next = Optional.of(list);
        while (next.isPresent()) {
            Program.Answer page = program.get(next.get());
            page.items().forEach(line -> all.add(line.getString("queueId")));
            next = Optional.ofNullable(page.json().get("next")).map(link -> ((JsonString) link).getString());
        }
        return all;
    }
}

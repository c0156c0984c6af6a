package org.postern.it.program;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.it.harness.Await;
import org.postern.it.harness.LocalQueue;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** What was handed over to an application is archived where a table says so, and handed over once more when a person asks for that. */
@World.Shared
class HandsOverOnceMoreIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String ARCHIVED = "/archive/mail?place=queue:archived&recipient=";

    private static Program program(World world) throws IOException {
        return Program.stranger(world.gateway(), "127.0.0.1")
                .with(Files.readString(world.gateway().data().resolve("local-token")).strip());
    }

    private static void handed(World world, String recipient, byte[] content) throws IOException {
        assertThat(SmtpDialogue.hand(world.gateway().smtp(), "sender@home.example", recipient, content))
                .startsWith("250");
    }

    private static JsonObject archived(Program program, String recipient) {
        return Await.value("it is archived", LIMIT,
                () -> program.get(ARCHIVED + recipient).items().stream().findFirst());
    }

    private static List<String> taken(World world, String recipient) {
        return world.application().select("archived", "postern_recipient = '" + recipient + "'");
    }

    private static List<String> lasting(List<String> properties) {
        return properties.stream()
                .filter(one -> one.startsWith("postern_") && !one.startsWith("postern_replayed="))
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {900, 420_000})
    void theApplicationGetsItOnceMoreAsItWasAndMarked(int octets, World world) throws IOException {
        String recipient = "one-" + octets + "@archived.example";
        byte[] content = (new String(SampleMail.about("an order"), StandardCharsets.US_ASCII)
                + "a line of an order\r\n".repeat(octets / 20)).getBytes(StandardCharsets.US_ASCII);
        handed(world, recipient, content);
        Program program = program(world);
        String one = "/archive/mail/" + archived(program, recipient).getInt("id");
        List<String> first = taken(world, recipient);
        assertThat(first).noneMatch(property -> property.startsWith("postern_replayed="));

        assertThat(program.post(one + "/replay", "{}").status()).isEqualTo(200);
        List<String> second = taken(world, recipient);
        assertThat(second).contains("postern_replayed=true");
        assertThat(lasting(second)).isEqualTo(lasting(first)).anyMatch(p -> p.startsWith("postern_clientAddress="));
        assertThat(program.get(one + "/source").raw().body()).endsWith("a line of an order\r\n".repeat(3));
        assertThat(program.get(ARCHIVED + recipient).items()).hasSize(1);
        String queueId = program.get(one).json().getJsonObject("message").getString("queueId");
        Await.until("its story tells of it", LIMIT, () -> program.get("/messages/" + queueId)
                .raw()
                .body()
                .contains("once more, out of the archive, by "));
    }

    @Test
    void allThatMatchesGoesElsewhereByOneCommand(World world) throws Exception {
        Program program = program(world);
        for (String name : List.of("a", "b", "c")) {
            handed(world, name + "@archived.example", SampleMail.about("many " + name));
        }
        for (String name : List.of("a", "b", "c")) {
            archived(program, name + "@archived.example");
        }
        assertThat(program.post("/archive/replay", "{'place':'queue:archived','to':'nowhere-at-all'}").status())
                .isEqualTo(409);
        assertThat(program.post("/archive/replay", "{'place':'sink'}").status()).isEqualTo(409);
        world.gateway()
                .manage("/subsystem=messaging-activemq/server=default/jms-queue=elsewhere"
                        + ":add(entries=[java:/jms/queue/elsewhere])");
        LocalQueue archive = new LocalQueue(world.gateway(), "archive");
        assertThat(archive.ask("places").toString()).contains("queue:archived");
        assertThat(archive.ask("list", "of", "queue:archived", "words", "MANY b").toString())
                .contains("b@archived.example")
                .doesNotContain("a@archived.example");
        archive.ask("replay", "of", "queue:archived", "words", "many", "to", "elsewhere");
        assertThat(world.application().read("elsewhere")).hasSize(3);
    }
}

package org.postern.it.program;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.it.harness.Await;
import org.postern.it.harness.World;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** What nobody could process is looked at, and goes where a person sends it, whole and once. */
@World.Shared
class ReplaysDeadLettersIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @ParameterizedTest
    @ValueSource(longs = {900, 420_000})
    void aDeadLetterGoesToTheQueueThatIsNamedWithAllOfItsBody(long octets, World world) throws IOException {
        String sender = octets + "@dead.example";
        String queue = "replayed-" + octets;
        Program program = Program.stranger(world.gateway(), "127.0.0.1")
                .with(Files.readString(world.gateway().data().resolve("local-token")));
        world.application().submitOddly(sender, "alice@app.example", "malformed", octets, 1, "lf");
        JsonObject letter = dead(program, "&cameFrom=postern.submit", sender);
        assertThat(letter.getString("reason")).contains("CR or LF");
        String acts = "/dead-letters/" + URLEncoder.encode(letter.getString("key"), StandardCharsets.UTF_8) + "/acts";

        assertThat(program.post(acts, "{'act':'replay','to':'postern.outgoing'}").status()).isEqualTo(409);
        assertThat(program.post(acts, "{'act':'replay','to':'" + queue + "'}").status()).isEqualTo(409);
        add(queue, world);
        String key = replayed(program, dead(program, "", sender), queue);
        assertThat(program.get("/dead-letters/" + key).status()).isEqualTo(404);

        List<String> arrived = world.application().sumUp(queue);
        assertThat(arrived).singleElement().asString().startsWith(sender + " ").endsWith(" end");
        assertThat(Long.parseLong(arrived.getFirst().split(" ", 3)[1])).isBetween(octets - 100, octets);
    }

    private static JsonObject dead(Program program, String filter, String sender) {
        return Await.value("it is among the dead letters", LIMIT,
                () -> program.get("/dead-letters?limit=200" + filter)
                        .items()
                        .stream()
                        .filter(one -> one.getString("sender", "").equals(sender))
                        .findFirst());
    }

    private static void add(String queue, World world) {
        world.gateway()
                .manage("/subsystem=messaging-activemq/server=default/jms-queue=" + queue
                        + ":add(entries=[java:/jms/queue/" + queue + "])");
    }

    /** Sends it to a queue. {@return its key} */
    private static String replayed(Program program, JsonObject letter, String queue) {
        String key = URLEncoder.encode(letter.getString("key"), StandardCharsets.UTF_8);
        assertThat(program.post("/dead-letters/" + key + "/acts", "{'act':'replay','to':'" + queue + "'}").status())
                .isEqualTo(200);
        return key;
    }

    @ParameterizedTest
    @ValueSource(longs = {900, 420_000})
    void whatJmsLetsItsSenderSetIsThereStillWhereItIsSent(long octets, World world) throws IOException {
        String sender = "headed-" + octets + "@dead.example";
        String queue = "headed-" + octets;
        Program program = Program.stranger(world.gateway(), "127.0.0.1")
                .with(Files.readString(world.gateway().data().resolve("local-token")));
        add(queue, world);
        world.application().submitOddly(sender, "alice@app.example", "malformed", octets, 1, "lf", "headed");
        replayed(program, dead(program, "&cameFrom=postern.submit", sender), queue);
        assertThat(world.application().select(queue, "JMSPriority = 7 AND JMSType = 'invoice' AND number > 4711"))
                .contains("postern_reversePath=" + sender, "postern_recipient=alice@app.example", "text=of the sender",
                        "number=1099511627776", "yes=true", "share=0.25", "JMSXGroupID=customer 7", "JMSXGroupSeq=3",
                        "JMSCorrelationID=order 4711", "JMSType=invoice", "JMSReplyTo=ActiveMQQueue[jms.queue.answers]",
                        "JMSPriority=7", "JMSDeliveryMode=2", "JMSExpiration=0")
                .noneMatch(
                        property -> property.startsWith("postern_reason=") || property.startsWith("postern_cameFrom="));
    }
}

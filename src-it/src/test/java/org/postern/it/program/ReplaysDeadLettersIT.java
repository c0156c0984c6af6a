package org.postern.it.program;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.it.harness.Await;
import org.postern.it.harness.Commands;
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

    private static JsonObject titled(Program program, String subject) {
        return Await.value("it is among the dead letters", LIMIT,
                () -> program.get("/dead-letters?limit=200")
                        .items()
                        .stream()
                        .filter(one -> one.getString("subject").startsWith(subject))
                        .findFirst());
    }

    @Test
    void anEnvelopeThatCouldNotBeReadIsMendedAndTheMailGoesOn(World world) throws IOException {
        Program program = Program.stranger(world.gateway(), "127.0.0.1")
                .with(Files.readString(world.gateway().data().resolve("local-token")));
        world.application().submitOddly("a@mended.example", "nobody", "mended by a program", 900, 1);
        JsonObject letter = titled(program, "mended by a program");
        assertThat(letter.getString("reason")).contains("postern_recipient");
        String acts = "/dead-letters/" + URLEncoder.encode(letter.getString("key"), StandardCharsets.UTF_8) + "/acts";

        assertThat(program.post(acts, "{'act':'mend'}").status()).isEqualTo(400);
        assertThat(program.post(acts, "{'act':'mend','recipients':['nobody']}").raw().body())
                .contains("not an address: nobody");
        assertThat(program.post(acts, "{'act':'replay','sender':'a@mended.example'}").status()).isEqualTo(400);
        assertThat(program.post("/dead-letters/acts", "{'act':'mend','queue':'postern.dead'}").status()).isEqualTo(400);
        assertThat(program.post(acts, "{'act':'mend','recipients':['alice@app.example']}").raw().body())
                .contains("name both the sender and the recipients");
        assertThat(program.post(acts,
                "{'act':'mend','sender':'b@mended.example','recipients':['alice@app.example','orders@app.example']}")
                .status()).isEqualTo(200);

        assertThat(world.application().await("orders", "Subject: mended by a program", LIMIT).envelope())
                .contains("MAIL FROM:<b@mended.example>", "RCPT TO:<alice@app.example>",
                        "RCPT TO:<orders@app.example>");
        assertThat(program.get(acts.replace("/acts", "")).status()).isEqualTo(404);
        assertThat(program.get("/audit?limit=100").raw().body())
                .contains("sender now <b@mended.example>, recipients now alice@app.example, orders@app.example");
    }

    @Test
    void aCommandMendsOnlyWhatItSays(World world) throws IOException {
        Program program = Program.stranger(world.gateway(), "127.0.0.1")
                .with(Files.readString(world.gateway().data().resolve("local-token")));
        add("mended", world);
        world.application()
                .submitOddly("command@mended.example", "alice@app.example", "by command", 900, 1, "lf", "headed");
        String key = dead(program, "&cameFrom=postern.submit", "command@mended.example").getString("key");
        Commands.run(List.of(System.getProperty("postern.root") + "/postern", "dead", "mend", key, "--recipient",
                "bob@app.example", "--recipient", "carol@app.example", "--to", "mended", "--data",
                world.gateway().data().toString()));
        assertThat(world.application().select("mended", "JMSType = 'invoice'"))
                .contains("postern_reversePath=command@mended.example", "postern_recipient=bob@app.example",
                        "postern_envelope=MAIL FROM:<command@mended.example>", "text=of the sender",
                        "JMSCorrelationID=order 4711");
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

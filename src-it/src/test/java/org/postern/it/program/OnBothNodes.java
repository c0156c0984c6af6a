package org.postern.it.program;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.postern.it.harness.Await;
import org.postern.it.harness.Console;
import org.postern.it.harness.Gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is changed on one of two gateways with one database, and what the other makes of it. What each asks the database for is so at once; what each keeps
 * in mind it reads again every second or two.
 */
public final class OnBothNodes {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration PROMISED = Duration.ofSeconds(2);
    private static final String PASSWORD = "four words without relation";
    private static final String SETTING = "/settings/rate.messages";
    private static final List<Integer> EDITS = List.of(5001, 5002, 5003, 5004, 5005);

    private final Gateway other;
    private final Program here;
    private final Program there;

    public OnBothNodes(Gateway one, Gateway other) {
        this.other = other;
        here = local(one);
        there = local(other);
    }

    private static Program local(Gateway gateway) {
        try {
            return Program.stranger(gateway, "127.0.0.1").with(Files.readString(gateway.data().resolve("local-token")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a setting, more than once, for whoever has to share a processor is late now and then; and takes it back on the other node. */
    public void settingsCountAndAreTakenBack() {
        List<Duration> late = EDITS.stream().map(this::written).sorted().toList();
        assertThat(late.get(late.size() / 2)).as("half of %s".formatted(late)).isLessThan(PROMISED);
        List<JsonObject> history = there.get("/audit?thing=rate.messages").items();
        assertThat(history).hasSize(EDITS.size());
        assertThat(history.getFirst().toString()).contains("5004", "5005");
        takenBack(there, history.getFirst(), 204);
        awaitValue(here, "5004");
        takenBack(here, history.getFirst(), 409);
        assertThat(here.delete(SETTING).status()).isEqualTo(204);
        Await.until("its default counts", LIMIT, () -> source(there).equals("default"));
    }

    private Duration written(int value) {
        assertThat(here.put(SETTING, "{'value':'%d'}".formatted(value)).status()).isEqualTo(204);
        Instant written = Instant.now();
        awaitValue(there, Integer.toString(value));
        return Duration.between(written, Instant.now());
    }

    private static void awaitValue(Program node, String value) {
        Await.until(value + " counts", LIMIT, () -> node.get(SETTING).json().getString("value").equals(value));
    }

    private static String source(Program node) {
        return node.get(SETTING).json().getString("source");
    }

    private static void takenBack(Program node, JsonObject line, int status) {
        assertThat(node.post("/audit/" + line.getInt("key") + "/take-back").status()).isEqualTo(status);
    }

    /** Lets somebody in for one domain, and then for all, and then no more; each time on the node where they are not. */
    public void peopleAreWhatTheyWereMadeLast() {
        String added = here.post("/people", "{'name':'dora','role':'operator','domains':['own.example']}")
                .json()
                .getString("link");
        Console dora = Console.anonymous(other);
        dora.submit(added.substring(1), Map.of("password", PASSWORD, "again", PASSWORD));
        assertThat(dora.login("dora", PASSWORD).statusCode()).isEqualTo(302);
        assertThat(dora.get("queues").statusCode()).isEqualTo(200);
        assertThat(dora.get("dashboard").statusCode()).isEqualTo(403);
        assertThat(here.put("/people/dora/role", "{'role':'auditor','domains':['*']}").status()).isEqualTo(200);
        assertThat(dora.get("dashboard").statusCode()).isEqualTo(200);

        JsonObject session = here.get("/console-sessions")
                .items()
                .stream()
                .filter(line -> line.getString("person").equals("dora"))
                .findFirst()
                .orElseThrow();
        assertThat(here.delete("/console-sessions/" + session.getString("id")).status()).isEqualTo(204);
        assertThat(dora.get("dashboard").statusCode()).isEqualTo(302);
        assertThat(dora.login("dora", PASSWORD).statusCode()).isEqualTo(302);
        assertThat(here.delete("/people/dora").status()).isEqualTo(204);
        assertThat(dora.get("dashboard").statusCode()).isEqualTo(302);
        assertThat(dora.login("dora", PASSWORD).statusCode()).isEqualTo(403);
        assertThat(there.get("/audit?thing=dora").raw().body()).contains("person added", "role changed",
                "own.example", "session ended", "person ended");
    }

    /** Makes tokens, which are good on both nodes, until they are ended on any. */
    public void tokensAreGoodOnBothUntilTheyAreEndedOnOne() {
        JsonObject made = here.post("/tokens", "{'name':'both','role':'operator','expires':'%s'}"
                .formatted(Instant.now().plus(Duration.ofDays(1)))).json();
        Program elsewhere = Program.stranger(other, "127.0.0.1").with(made.getString("token"));
        assertThat(elsewhere.get("/queue").status()).isEqualTo(200);
        assertThat(elsewhere.get("/tokens").status()).isEqualTo(403);
        assertThat(here.delete("/tokens/both").status()).isEqualTo(204);
        assertThat(elsewhere.get("/queue").status()).isEqualTo(401);
    }

    /** Has one node work an operation off: the other knows nothing of how far it is, but both know who began it and what came of it. */
    public void operationsAreOfOneNodeAndAreToldOfOnBoth() {
        JsonObject begun = here.post("/queue/acts", "{'act':'hold','which':{'q':'nobody@nowhere.example'},'expect':0}")
                .json();
        String place = "/operations/" + begun.getString("id");
        Await.until("it has ended", LIMIT, () -> here.get(place).json().getString("state").equals("done"));
        assertThat(there.get(place).status()).isEqualTo(404);
        assertThat(there.post(place + "/cancel").status()).isEqualTo(404);
        for (Program node : List.of(here, there)) {
            assertThat(node.get("/audit").raw().body()).contains("operation begun", begun.getString("id"));
            Await.until("its end is told", LIMIT, () -> node.get("/audit").raw().body().contains("operation ended"));
        }
    }
}

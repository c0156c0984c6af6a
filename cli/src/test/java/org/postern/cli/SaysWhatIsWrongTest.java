package org.postern.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.cli.PlayedGateway.Outcome;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Whatever goes wrong is told in one line that says what to do, and by the exit status. */
class SaysWhatIsWrongTest {
    @TempDir
    private Path folder;
    private PlayedGateway gateway;

    @BeforeEach
    void start() {
        gateway = new PlayedGateway(folder);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"queue list --limit 0", "queue retry", "queue retry k --all", "queue nothing", "nothing",
            "queue",
            "queue count --nothing", "queue count extra", "--data", "judge --client 192.0.2.1 --helo x",
            "rule add name",
            "learn spam", "token make x --role auditor --expires soon", "queue list --older tomorrow",
            "queue cancel ..",
            "user add"})
    void whatIsNotUnderstoodEndsWithTwo(String line) {
        Outcome outcome = gateway.says(line.split(" ", -1));
        assertThat(outcome.status()).as(outcome.toString()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines()).hasSize(1)
                .allMatch(text -> text.startsWith("postern: ") && text.endsWith("--help)"));
        assertThat(gateway.asked()).isEmpty();
    }

    @Test
    void whatTheGatewayRefusesEndsWithOneAndItsWords() {
        gateway.refuses(409, "{\"title\":\"no\",\"status\":409,\"detail\":\"It asks for the same recipient.\"}");
        Outcome outcome = gateway.says("route", "add", "--recipient", "a.example", "--to", "mx");
        assertThat(outcome).isEqualTo(new Outcome(1, "", "postern: It asks for the same recipient.\n"));
    }

    @Test
    void whatIsNotThereIsNamed() {
        gateway.refuses(404, "{\"title\":\"There is no such thing\",\"status\":404,\"detail\":\"\"}");
        assertThat(gateway.says("queue", "show", "k").err()).isEqualTo("postern: No such message waits.\n");
        assertThat(gateway.says("route", "show", "9").err()).contains("There is no such route", "./postern route list");
    }

    @Test
    void aGatewayThatCannotDoItNowEndsWithThree() {
        gateway.refuses(503, "{\"title\":\"later\",\"status\":503,\"detail\":\"Ask again.\"}");
        assertThat(gateway.says("queue", "count")).isEqualTo(new Outcome(3, "", "postern: Ask again.\n"));
        gateway.refuses(401, "");
        assertThat(gateway.says("queue", "count").status()).isEqualTo(3);
    }

    @Test
    void whereNoGatewayRunsThatIsSaid() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Outcome outcome = gateway.says("queue", "count", "--data", elsewhere.toString());
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err()).contains("no gateway runs on " + elsewhere.toRealPath(), "./postern run", "--data");
        Files.writeString(elsewhere.resolve("postern.pid"), Long.toString(ProcessHandle.current().pid()));
        assertThat(gateway.says("queue", "count", "--data", elsewhere.toString()).err()).contains("no gateway runs on");
        Files.delete(gateway.data().resolve("local-token"));
        assertThat(gateway.says("queue", "count").err()).contains("has not finished its start");
    }

    @Test
    void aGatewayThatWasStartedOtherwiseIsNamedByItsAddress() throws Exception {
        Path data = Files.createDirectory(folder.resolve("own"));
        Map<String, String> named = Map.of("POSTERN_DATA", data.toString(), "POSTERN_URL", gateway.url() + "/");
        assertThat(gateway.says(false, named, "queue", "count").err()).contains("has not finished its start");
        Files.writeString(data.resolve("local-token"), "the-token\n");
        assertThat(gateway.says(false, named, "queue", "count").out()).isEqualTo("7\n");
        Map<String, String> byToken = Map.of("POSTERN_URL", gateway.url(), "POSTERN_TOKEN", "the-token");
        assertThat(gateway.says(false, byToken, "queue", "count").out()).isEqualTo("7\n");
        assertThat(gateway.says(false, Map.of("POSTERN_URL", "mail.example.org"), "queue", "count").status())
                .isEqualTo(2);
        assertThat(gateway.faults()).isEmpty();
    }

    @Test
    void itsServerThatDoesNotAnswerIsToldFromOneThatIsNotThere() {
        gateway.close();
        PlayedGateway again = new PlayedGateway(folder);
        again.close();
        assertThat(again.says("queue", "count").status()).isEqualTo(3);
    }

    @Test
    void whatOthersHaveWrittenDoesNothingToATerminal() {
        for (boolean people : new boolean[]{true, false}) {
            Outcome outcome = gateway.says(people, Map.of("POSTERN_DATA", gateway.data().toString()), "queue", "list");
            assertThat(outcome.out()).contains("text\uFFFD").doesNotContain("\u001b");
        }
    }

    @Test
    void aPersonSeesATableAndAProgramLines() {
        Map<String, String> environment = Map.of("POSTERN_DATA", gateway.data().toString());
        assertThat(gateway.says(true, environment, "server", "queues").out()).startsWith("NAME").doesNotContain("\t");
        assertThat(gateway.says(false, environment, "server", "queues").out()).isEqualTo("text\uFFFD\t7\t7\t7\t7\t7\n");
        assertThat(gateway.says(false, environment, "server", "queues", "--json").out()).startsWith("{\"items\":[");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--data DATA queue count", "queue --data DATA count", "queue count --data DATA",
            "queue count --data=DATA", "--json queue count --data DATA", "queue --json --data=DATA count"})
    void optionsStandAnywhere(String line) {
        String[] words = line.replace("DATA", gateway.data().toString()).split(" ", -1);
        Outcome outcome = gateway.says(false, Map.of(), words);
        assertThat(outcome.status()).as(outcome.toString()).isZero();
        assertThat(outcome.out()).isEqualTo(line.contains("json") ? "{\"waiting\":7}\n" : "7\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"help queue retry", "queue retry --help", "queue retry -h", "queue --json retry --help"})
    void helpIsAskedForInAnyWay(String line) {
        Outcome outcome = gateway.says(line.split(" ", -1));
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).startsWith("Usage: ./postern queue retry").contains("Example: ./postern queue retry");
        assertThat(gateway.says("help", "run").status()).isZero();
        assertThat(gateway.says("run", "--help").status()).as("a shell sees that it is no plan").isEqualTo(10);
        assertThat(gateway.says("help").out()).isEqualTo(gateway.says().out()).contains("queue", "version");
    }

    @Test
    void secretsAreNoWordsOfACommand() {
        assertThat(gateway.says("user", "add", "ann", "secret").status()).isEqualTo(2);
        assertThat(gateway.says("user", "add", "ann").status()).isZero();
    }
}

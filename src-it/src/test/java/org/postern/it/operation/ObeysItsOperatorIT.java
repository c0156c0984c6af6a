package org.postern.it.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.it.harness.Await;
import org.postern.it.harness.Commands.Outcome;
import org.postern.it.harness.Gateway;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The verbs of {@code ./postern} find the gateway that is meant, wherever its data folder is named and wherever it listens. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ObeysItsOperatorIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String SECRET = "very-secret-words";
    private static final Set<String> COMMAND_LINES = ConcurrentHashMap.newKeySet();
    private static Gateway gateway;

    @BeforeAll
    static void start() {
        gateway = Gateway.plan("Büro")
                .option("--http-bind", "::1", "--drain", "300")
                .secret("db.password", SECRET)
                .prepare();
        gateway.launch();
        Await.until("the gateway says that it is ready", LIMIT, () -> {
            COMMAND_LINES.addAll(gateway.processes().commandLines());
            assertThat(gateway.processes().root().isAlive()).as(gateway.output()).isTrue();
            return gateway.output().contains("Ctrl-C");
        });
        COMMAND_LINES.addAll(gateway.processes().commandLines());
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    /** Of the start script as little as of the server, from the first moment on. */
    @Test
    void aSecretInAFileIsInNoCommandLine() {
        assertThat(COMMAND_LINES).anyMatch(line -> line.contains("jboss-modules"))
                .noneMatch(line -> line.contains(SECRET));
    }

    @Test
    void theConsoleIsWhereItListens() {
        assertThat(gateway.output()).contains("http://[::1]:" + gateway.http() + "/");
    }

    /** Its folder and its configuration file have a letter that is not ASCII in their path. */
    @Test
    void everythingIsInTheFolderThatWasNamed() {
        assertThat(gateway.data().resolve("db/postern.mv.db")).exists();
        assertThat(gateway.data().resolve("journal/messages")).isNotEmptyDirectory();
        assertThat(gateway.data().resolve("local-token")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--data DATA status", "status --data DATA", "status --data=DATA",
            "--data DATA queue count", "queue --data DATA count", "queue count --data DATA",
            "queue count --data=DATA", "route list --data DATA", "--data=DATA route list",
            "user --data DATA list", "user list --data DATA", "--data DATA user list",
            "cli --command=:whoami --data DATA", "cli --data DATA --command=:whoami",
            "--data DATA cli --command=:whoami"})
    void theDataFolderIsNamedAnywhere(String line) {
        String[] words = Stream.of(line.split(" ", -1))
                .map(word -> word.replace("DATA", gateway.data().toString()))
                .toArray(String[]::new);
        Outcome outcome = Operator.says(words);
        assertThat(outcome.status()).as(outcome.output()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"status --data", "--data", "status elsewhere", "stop now"})
    void whatIsNotUnderstoodIsSaid(String line) {
        Outcome outcome = Operator.says(line.split(" ", -1));
        assertThat(outcome.status()).isNotZero();
        assertThat(outcome.output()).contains("postern: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"o=brien@example.org", "smith,j", "o'neill+x/y@example.org"})
    void usersAreCalledAsTheyAre(String name) {
        String data = gateway.data().toString();
        Outcome made = Operator.types("correct horse", "user", "add", name, "--data", data);
        assertThat(made.status()).as(made.output()).isZero();
        assertThat(Operator.says("user", "list", "--data", data).output()).contains(name);
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void suspendedItAnswersAndTakesOrders() {
        String data = gateway.data().toString();
        gateway.manage(":suspend");
        Outcome status = Operator.says("status", "--data", data);
        assertThat(status.status()).isEqualTo(1);
        assertThat(status.output()).startsWith("503 ").contains("the listener mx is suspended");
        assertThat(Operator.says("queue", "count", "--data", data).output()).isEqualToIgnoringNewLines("0");
        for (String queue : List.of("postern.outgoing", "postern.incoming", "postern.submit")) {
            assertThat(gateway.manage("/subsystem=messaging-activemq/server=default/jms-queue=" + queue
                    + ":read-attribute(name=consumer-count)")).contains("\"result\" => 0");
        }
        gateway.manage(":resume");
        Await.until("mail is taken again", LIMIT, () -> Operator.says("status", "--data", data).status() == 0);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void aStopWaitsAsLongAsTheGatewayWasTold() {
        Outcome stopped = Operator.says("stop", "--data", gateway.data().toString());
        assertThat(stopped.output()).contains("up to 300 s").endsWith("Stopped.\n");
        assertThat(gateway.awaitEnd(LIMIT)).isZero();
        assertThat(gateway.log()).contains("WFLYSRV0050").doesNotContain("WFLYEE0110");
    }
}

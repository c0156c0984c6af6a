package org.postern.it.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.it.harness.Application;
import org.postern.it.harness.Await;
import org.postern.it.harness.Commands;
import org.postern.it.harness.KeyFiles;
import org.postern.it.harness.ReceivedMessage;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.TlsRelay;
import org.postern.it.harness.World;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** An account of an application hands in what is its own, as much as it may, whatever it says of itself; and what is so of one is so of no other. */
@World.Shared
class HoldsAccountsToWhatIsTheirsIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** What is more than sixty of them takes some time, in which another application comes and goes. */
    private static final int MANY = 110;
    private static final String SUBMIT = "/subsystem=messaging-activemq/server=default/jms-queue=postern.submit";
    private static final String[] QUEUES = {"owned.one", "postern.submit", "postern.submit.bulk", "postern.outgoing",
            "postern.incoming", "postern.archive", "postern.events", "postern.dead"};

    private static String limit(World world, String account, String... words) {
        List<String> command = new ArrayList<>(List.of(System.getProperty("postern.root") + "/postern", "application",
                "limit", account + "@applications"));
        command.addAll(List.of(words));
        command.addAll(List.of("--data", world.gateway().data().toString()));
        return Commands.run(command, Map.of(), "");
    }

    private static String becomes(Application application, String from, String author, String... more) {
        List<String> words = new ArrayList<>(
                List.of("from=" + from, "to=b.own@test.example", "subject=own senders", "field=From: " + author,
                        "events=refused,accepted"));
        words.addAll(List.of(more));
        HeardEvent event = HeardEvent.of(application.hear(words.toArray(String[]::new))).getFirst();
        return event.kind() + " " + event.says("reason");
    }

    @Test
    void eachAccountReadsTheQueuesOfApplicationsAndWritesWhereMailIsHandedInAndNothingElse(World world) {
        Application one = Application.at(world.gateway(), "reads-one");
        Application other = Application.at(world.gateway(), "reads-other");
        for (Application each : List.of(one, other)) {
            assertThat(each.tryQueues(QUEUES)).containsExactly("owned.one reads writes", "postern.submit writes",
                    "postern.submit.bulk writes", "postern.outgoing", "postern.incoming", "postern.archive",
                    "postern.events",
                    "postern.dead");
        }
    }

    @Test
    void anAccountUsesTheQueuesThatAreSaidOfItAndIsToldNowhereElse(World world) {
        Application shelf = Application.at(world.gateway(), "shelf");
        String[] queues = {"owned.shelf", "owned.other", "+owned.other", "postern.submit"};
        assertThat(shelf.tryQueues(queues)).containsExactly("owned.shelf reads writes", "owned.other reads writes",
                "+owned.other shares", "postern.submit writes");
        assertThat(limit(world, "shelf", "--may-use", "queue:owned.shelf")).contains("queue:owned.shelf");
        Await.until("its queues count", LIMIT, () -> shelf.tryQueues(queues)
                .equals(List.of("owned.shelf reads writes", "owned.other", "+owned.other", "postern.submit writes")));
        assertThat(becomes(shelf, "x@shop.example", "x@shop.example")).startsWith("accepted");
        for (String reply : List.of("owned.other", "owned.shelf")) {
            shelf.hear("from=x@shop.example", "to=c@test.example", "subject=told in " + reply, "reply=" + reply,
                    "events=accepted", "end=leave");
            world.nextHop().awaitText("Subject: told in " + reply, LIMIT);
        }
        String told = "selector=postern_event = 'accepted'";
        assertThat(shelf.hear("reply=owned.shelf", told)).hasSize(1);
        assertThat(world.application().hear("reply=owned.other", told, "patience=1000")).isEmpty();
    }

    @Test
    void anAccountHasTwoLoginsWhileItsPasswordChanges(World world) {
        Application former = Application.at(world.gateway(), "turn");
        Application next = Application.at(world.gateway(), "turn+2027");
        limit(world, "turn", "--may-send-as", "turn.example");
        for (Application each : List.of(former, next)) {
            Await.until("the senders count", LIMIT,
                    () -> becomes(each, "x@bank.example", "x@bank.example").startsWith("refused"));
            assertThat(becomes(each, "x@turn.example", "x@turn.example")).startsWith("accepted");
        }
        Commands.run(List.of(System.getProperty("postern.root") + "/postern", "account", "turn", "--remove", "--data",
                world.gateway().data().toString()));
        assertThatThrownBy(() -> becomes(former, "x@turn.example", "x@turn.example"))
                .isInstanceOf(AssertionError.class);
        assertThat(becomes(next, "x@turn.example", "x@turn.example")).startsWith("accepted");
    }

    @Test
    void anAccountSendsAsWhatIsSaidOfItAndClaimsNoOther(World world) {
        Application shop = Application.at(world.gateway(), "shop");
        assertThat(becomes(shop, "x@bank.example", "x@bank.example")).startsWith("accepted");
        assertThat(limit(world, "shop", "--may-send-as", "orders@shop.example,.shop.example"))
                .contains("shop@applications");
        Await.until("the senders count", LIMIT,
                () -> becomes(shop, "x@bank.example", "x@bank.example").startsWith("refused"));
        assertThat(becomes(shop, "x@bank.example", "orders@shop.example"))
                .isEqualTo("refused the account shop@applications may not send as x@bank.example");
        assertThat(becomes(shop, "orders@shop.example", "x@bank.example")).startsWith("refused From holds");
        assertThat(becomes(shop, "orders@shop.example", "orders@shop.example")).startsWith("accepted");
        assertThat(becomes(shop, "x@bank.example", "x@bank.example", "user=it@applications")).startsWith("refused");
        assertThat(becomes(world.application(), "x@bank.example", "x@bank.example", "user=shop@applications"))
                .startsWith("accepted");
    }

    @Test
    void whatIsMoreThanAnAccountMayWaitsAndNobodyElseDoes(World world) {
        Application slow = Application.at(world.gateway(), "slow");
        limit(world, "slow", "--per-minute", "60");
        Await.until("the rate counts", LIMIT, () -> {
            slow.submitOddly("slow@app.example", "slow@test.example", "at a rate", 100, MANY);
            return scheduled(world) > 0;
        });
        world.application()
                .submit("quick@app.example", "c@test.example", SampleMail.about("nobody waits for the slow"));
        world.nextHop().awaitText("Subject: nobody waits for the slow", LIMIT);
        Await.until("each has had its turn", Duration.ofMinutes(4), () -> scheduled(world) == 0);
        world.nextHop().awaitText("Subject: at a rate " + (MANY - 1) + ".", LIMIT);
        List<String> arrived = world.nextHop().received().stream().map(ReceivedMessage::text).toList();
        assertThat(last(arrived, "Subject: nobody waits for the slow"))
                .isLessThan(last(arrived, "Subject: at a rate " + (MANY - 1) + "."));
    }

    private static int last(List<String> arrived, String text) {
        return IntStream.range(0, arrived.size()).filter(i -> arrived.get(i).contains(text)).max().orElseThrow();
    }

    @Test
    void whatWouldWaitForMoreThanAnHourIsRefusedAtOnce(World world) {
        Application eager = Application.at(world.gateway(), "eager");
        limit(world, "eager", "--per-minute", "1");
        Await.until("the rate counts", LIMIT, () -> isRefused(eager));
        assertThatThrownBy(() -> eager.submitOddly("eager@app.example", "eager@test.example", "too much", 100, 70))
                .hasMessageContaining("an hour's worth waits already");
        limit(world, "eager", "--per-minute", "0");
        Await.until("it is limited no more", LIMIT, () -> !isRefused(eager));
    }

    @Test
    void anApplicationComesThroughTlsThatIsEndedInFrontOfThePort(World world, @TempDir Path folder) {
        Path keys = KeyFiles.make(folder.resolve("keys.p12"), "localhost");
        Path others = KeyFiles.make(folder.resolve("others.p12"), "localhost");
        try (TlsRelay relay = TlsRelay.to(world.gateway().http(), keys)) {
            world.application()
                    .through(relay, KeyFiles.trust(keys))
                    .submit("tls@app.example", "c@test.example", SampleMail.about("through TLS"));
            world.nextHop().awaitText("Subject: through TLS", LIMIT);
            Application mistrusting = world.application().through(relay, KeyFiles.trust(others));
            assertThatThrownBy(() -> mistrusting.read("orders")).isInstanceOf(AssertionError.class);
        }
    }

    /** All or none of them is handed in. */
    private static boolean isRefused(Application application) {
        try {
            application.submitOddly("eager@app.example", "eager@test.example", "too much", 100, 70);
            return false;
        } catch (AssertionError refused) {
            return true;
        }
    }

    private static long scheduled(World world) {
        String said = world.gateway().manage(SUBMIT + ":read-attribute(name=scheduled-count)");
        return Long.parseLong(said.replaceAll("(?s).*=> (\\d+)L?.*", "$1"));
    }
}

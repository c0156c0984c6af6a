package org.postern.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Arrivals;
import org.postern.it.harness.Await;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.LocalQueue;
import org.postern.it.harness.Login;
import org.postern.it.harness.MailUsers;
import org.postern.it.harness.Msmtp;
import org.postern.it.harness.NumberedLoad;
import org.postern.it.harness.Ports;
import org.postern.it.harness.PostgresServer;
import org.postern.it.harness.RecordingServer;
import org.postern.it.program.OnBothNodes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Two gateways on one PostgreSQL: they share the users, the mail that waits, and all that people keep. */
@Order(1)
class SharesOneDatabaseIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String ALICE = "alice@home.example";
    private static final String PASSWORD = "correct horse";
    private static final int PARKED = 200;
    private static final Arrivals ARRIVALS = new Arrivals(2 * PARKED);
    private static final List<AutoCloseable> OPEN = new ArrayList<>();
    private static int submission;
    private static RecordingServer nextHop;
    private static RecordingServer users;
    private static PostgresServer database;
    private static Gateway one;
    private static Gateway two;

    @BeforeAll
    static void start() {
        Assumptions.assumeTrue(PostgresServer.exists());
        submission = Ports.free();
        database = opened(PostgresServer.start());
        nextHop = opened(RecordingServer.start("127.0.0.1", 0, ARRIVALS));
        users = opened(RecordingServer.start());
        one = opened(gateway("one", Ports.free()));
        two = opened(gateway("two", submission));
        one.launch();
        two.start();
        Await.until("the other one is ready, too", LIMIT, one::isReady);
    }

    private static <T extends AutoCloseable> T opened(T resource) {
        OPEN.addFirst(resource);
        return resource;
    }

    private static Gateway gateway(String name, int port) {
        return Gateway.plan("shares-" + name)
                .set("node", name)
                .set("gateway.name", name + ".example")
                .set("db.driver", "postgresql")
                .set("db.url", database.url())
                .set("db.user", database.user())
                .secret("db.password", "any")
                .option("--submission-port", Integer.toString(port))
                .configuration("""
                        [[route]]
                        recipient = "test.example"
                        to = "%s"
                        [[route]]
                        recipient = "*"
                        to = "%s"
                        [settings]
                        "retry.schedule" = "1h"
                        """.formatted(nextHop.destination(), users.destination()))
                .prepare();
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable resource : OPEN) {
            resource.close();
        }
    }

    private static BitSet park(int first) throws InterruptedException {
        nextHop.alwaysSays("RCPT", "452 4.2.2 mailbox full");
        new NumberedLoad(one.smtp(), first, PARKED / 2, 4).start().awaitEnd(LIMIT);
        new NumberedLoad(two.smtp(), first + PARKED / 2, PARKED / 2, 4).start().awaitEnd(LIMIT);
        Await.until("all of it is tried and parked", LIMIT, () -> tried() == PARKED);
        nextHop.saysYesAgain();
        BitSet numbers = new BitSet();
        numbers.set(first, first + PARKED);
        return numbers;
    }

    /** {@return how many wait for an hour} What found no room at the next hop waits for a second, and is tried by itself. */
    private static int tried() {
        return new LocalQueue(two).ask("list", "limit", "1000", "attempts", "1").size();
    }

    private static int waiting() {
        return new LocalQueue(two).ask("list", "limit", "1000").size();
    }

    /** What a node has posted to its broker and not yet taken out of the database when it is killed, both have. */
    private static void awaitRest(RecordingServer silent) {
        AtomicReference<List<Integer>> last = new AtomicReference<>(List.of());
        AtomicLong since = new AtomicLong();
        Await.until("nothing moves any more", LIMIT, () -> {
            List<Integer> now = List.of(waiting(), silent.heard("MAIL"));
            if (!now.equals(last.getAndSet(now))) {
                since.set(System.nanoTime());
            }
            return System.nanoTime() - since.get() > Duration.ofSeconds(3).toNanos();
        });
    }

    @Test
    void whatWaitsIsDeliveredOnceWhoeverTakesItUp() throws InterruptedException {
        BitSet all = park(0);
        assertThat(new LocalQueue(one).operate("retry", "all", "yes").get(3)).isEqualTo(Integer.toString(PARKED));
        ARRIVALS.await(all, LIMIT);
        Await.until("nothing waits any more", LIMIT, () -> waiting() == 0);
        assertThat(ARRIVALS.repeated().isEmpty()).isTrue();
        assertThat(nextHop.commands("EHLO")).contains("EHLO one.example", "EHLO two.example");
    }

    @Test
    void theOtherGoesOnWithWhatADeadOneHadNotTakenUp() throws InterruptedException {
        BitSet all = park(PARKED);
        try (RecordingServer silent = RecordingServer.start("127.0.0.1", 0, ARRIVALS)) {
            silent.alwaysSays("MAIL", RecordingServer.SILENCE);
            new LocalQueue(two).operate("redirect", "all", "yes", "to", silent.destination());
            Await.until("both have taken some of it up", LIMIT, () -> silent.heard("EHLO one.example") > 0
                    && silent.heard("EHLO two.example") > 0);
            awaitRest(silent);
            one.kill();
            silent.saysYesAgain();
            silent.goesOn("250 2.1.0 ok");
            Await.until("nothing waits any more", LIMIT, () -> waiting() == 0);
            BitSet left = ARRIVALS.missing(all);
            assertThat(left.cardinality()).as("what the dead one holds").isBetween(1, PARKED / 2);

            one.start();
            ARRIVALS.await(all, LIMIT);
            assertThat(ARRIVALS.repeated().isEmpty()).isTrue();
        }
    }

    /** Whatever goes by the name of a node would be done twice, or half by each. */
    @Test
    void oneThatHasTheNameOfAnotherTakesNoMailAndSaysWhy() {
        try (Gateway other = gateway("two", Ports.free())) {
            other.launch();
            Await.until("it says that its name is taken", LIMIT,
                    () -> other.obstacles().contains("has the name of this one"));
            assertThat(two.isReady()).isTrue();
            assertThat(other.log()).contains("POSTERN2830");
        }
    }

    @Test
    void whatIsChangedOnOneNodeIsInForceOnTheOther() {
        OnBothNodes nodes = new OnBothNodes(one, two);
        nodes.settingsCountAndAreTakenBack();
        nodes.peopleAreWhatTheyWereMadeLast();
        nodes.tokensAreGoodOnBothUntilTheyAreEndedOnOne();
        nodes.operationsAreOfOneNodeAndAreToldOfOnBoth();
    }

    @Test
    void aUserIsAddedLogsInAndIsLockedOutWhenDisabled() throws Exception {
        MailUsers accounts = new MailUsers(two);
        accounts.add(ALICE, PASSWORD);
        accounts.add("Bob", PASSWORD);
        accounts.say("senders", "bob", "--may-send-as", "bob@home.example,lists.example");
        assertThat(accounts.say("list")).contains(ALICE, "bob", "lists.example");

        assertThat(Login.plain("127.0.5.1", submission, "ALICE@home.example", PASSWORD)).startsWith("235 2.7.0");
        assertThat(Login.plain("127.0.5.2", submission, ALICE, "wrong horse")).startsWith("535 5.7.8");
        if (Msmtp.exists()) {
            new Msmtp(submission, "127.0.5.3").send("scram-sha-256", "bob", PASSWORD, "any@lists.example",
                    "pg@elsewhere.example");
            users.awaitText("Subject: to pg@elsewhere.example", Duration.ofSeconds(30));
        }

        accounts.say("disable", ALICE);
        assertThat(Login.plain("127.0.5.4", submission, ALICE, PASSWORD)).startsWith("535 5.7.8");
        accounts.say("enable", ALICE);
        assertThat(Login.plain("127.0.5.5", submission, ALICE, PASSWORD)).startsWith("235 2.7.0");
        accounts.say("delete", "bob");
        assertThat(Login.plain("127.0.5.6", submission, "bob", PASSWORD)).startsWith("535 5.7.8");
    }
}

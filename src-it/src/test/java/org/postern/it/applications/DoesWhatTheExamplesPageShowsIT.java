package org.postern.it.applications;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Await;
import org.postern.it.harness.Commands;
import org.postern.it.harness.ReceivedMessage;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** The applications of src-it/examples, as the build has made them, are started as docs/applications/examples.md says, and do what it says. */
@World.Shared
class DoesWhatTheExamplesPageShowsIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Page PAGE = Page.of("applications/examples.md");
    private static final String ORDERS = "Orders, in the server";
    private static final String TICKETS = "Tickets, by Spring Boot";
    private static final String PAPERS = "Papers, by Camel";
    private static final Pattern ROUTE = Pattern.compile("recipient = \"(.*)\"\nto = \"(.*)\"\n");
    private static final String QUEUE_OF_ORDERS = "/subsystem=messaging-activemq/server=default/address-setting=jms.queue.shop.orders";

    private static Desk desk;

    @BeforeAll
    static void start(World world) {
        ROUTE.matcher(PAGE.only("Examples", "toml"))
                .results()
                .forEach(route -> world.route(route.group(1), route.group(2)));
        desk = new Desk(world.gateway());
        desk.type(PAGE.all(ORDERS, "sh").getFirst());
        desk.type("echo a-good-password | ./postern account clerk");
        Await.until("it is deployed", LIMIT,
                () -> desk.type("./postern status").contains("application order-intake.war: deployed"));
    }

    @AfterAll
    static void stop(World world) throws IOException {
        Path deployments = world.gateway().data().resolve("deployments");
        Files.delete(deployments.resolve("order-intake.war"));
        Await.until("it is gone", LIMIT, () -> Files.exists(deployments.resolve("order-intake.war.undeployed")));
        Files.delete(deployments.resolve("order-intake.war.undeployed"));
        desk.close();
    }

    /** In the shared world the mail of one domain goes to a server. */
    private static String inTheWorld(String lines) {
        return lines.replace("example.org", "test.example");
    }

    private static List<String> orders() {
        return inTheWorld(PAGE.all(ORDERS, "sh").getLast()).lines()
                .filter(line -> line.startsWith("curl"))
                .flatMap(line -> desk.type(line).lines())
                .toList();
    }

    private static void orders(World world, String customer, String wish) throws IOException {
        assertThat(SmtpDialogue.hand(world.gateway().smtp(), customer, "shop@orders.example", SampleMail.about(wish)))
                .startsWith("250");
    }

    private static String awaitOrder(String words) {
        Await.until("the order is " + words, LIMIT, () -> orders().stream().anyMatch(line -> line.contains(words)));
        return orders().stream().filter(line -> line.contains(words)).reduce("", String::concat).split(" ", -1)[0];
    }

    @Test
    void thereIsNoCodeThatIsNotTried() {
        assertThat(PAGE.blocks()).extracting(Page.Block::place)
                .containsExactly("Examples: toml", ORDERS + ": sh", ORDERS + ": sh", TICKETS + ": sh", PAPERS + ": sh");
    }

    @Test
    void anOrderIsWrittenDownOnceAndConfirmedAndSaysWhatBecameOfThat(World world) {
        Assumptions.assumeTrue(Commands.exists("swaks"));
        desk.type(inTheWorld(PAGE.all(ORDERS, "sh").getLast()));
        String number = awaitOrder(" DELIVERED customer@test.example two chairs");
        assertThat(orders()).filteredOn(line -> line.endsWith("two chairs")).hasSize(1);
        ReceivedMessage confirmation = world.nextHop().awaitText("Subject: Your order " + number + "\r\n", LIMIT);
        assertThat(confirmation.mail()).startsWith("MAIL FROM:<>");
        assertThat(confirmation.recipients()).containsExactly("RCPT TO:<customer@test.example>");
    }

    @Test
    void anOrderSaysThatItsCustomerCannotBeReached(World world) throws IOException {
        world.nextHop().alwaysSays("RCPT TO:<gone.orders@test.example>", "550 5.1.1 no such user");
        orders(world, "gone.orders@test.example", "three chairs");
        awaitOrder(" FAILED gone.orders@test.example three chairs");
    }

    @Test
    void mailThatNobodyMayAnswerIsWrittenDownAndNotConfirmed(World world) throws IOException {
        orders(world, "", "four chairs");
        awaitOrder(" NONE  four chairs");
    }

    @Test
    void anOrderThatItsTableDoesNotTakeLeavesNothingButADeadLetter(World world) throws IOException {
        world.gateway()
                .manage(QUEUE_OF_ORDERS
                        + ":add(max-delivery-attempts=2, redelivery-delay=100, dead-letter-address=jms.queue.postern.dead)");
        try {
            orders(world, "long.orders@test.example", "chairs ".repeat(20));
            Await.until("it is a dead letter", LIMIT, () -> desk.type("./postern dead list --from shop.orders")
                    .contains("long.orders@test.example"));
        } finally {
            world.gateway().manage(QUEUE_OF_ORDERS + ":remove");
        }
        orders(world, "short.orders@test.example", "five chairs");
        awaitOrder(" DELIVERED short.orders@test.example five chairs");
        assertThat(orders()).noneMatch(line -> line.contains("long.orders@test.example"));
        assertThat(world.nextHop().received()).noneMatch(mail -> mail.text().contains("long.orders@test.example"));
    }

    @Test
    void aTicketIsConfirmedByTheProgramOfSpring(World world) throws IOException {
        try (RunningProgram program = desk.start(PAGE.only(TICKETS, "sh"))) {
            assertThat(SmtpDialogue.hand(world.gateway().smtp(), "a.tickets@test.example", "desk@tickets.example",
                    SampleMail.about("it does not print"))).startsWith("250");
            program.awaitWords("of a.tickets@test.example: it does not print", LIMIT);
            ReceivedMessage confirmation = world.nextHop().awaitText("Subject: Your ticket ", LIMIT);
            assertThat(confirmation.recipients()).containsExactly("RCPT TO:<a.tickets@test.example>");
            program.awaitWords(" is delivered", LIMIT);
        }
    }

    @Test
    void papersGoIntoOneFolderAndOutOfAnotherByTheProgramOfCamel(World world) throws IOException {
        try (RunningProgram program = desk.start(inTheWorld(PAGE.only(PAPERS, "sh")))) {
            assertThat(SmtpDialogue.hand(world.gateway().smtp(), "a.papers@test.example", "all@papers.example",
                    SampleMail.about("a paper"))).startsWith("250");
            program.awaitWords("Kept: ", LIMIT);
            assertThat(desk.texts("kept")).singleElement().asString().contains("Subject: a paper\r\n");
            Path letter = desk.path().resolve("letter");
            Files.writeString(letter, "From: papers@app.example\nSubject: out of the box\n\nOne line.\n",
                    StandardCharsets.US_ASCII);
            Files.move(letter, Files.createDirectories(desk.path().resolve("outbox")).resolve("letter.eml"));
            ReceivedMessage sent = world.nextHop().awaitText("Subject: out of the box\r\n", LIMIT);
            assertThat(sent.mail()).startsWith("MAIL FROM:<papers@app.example>");
            assertThat(sent.recipients()).containsExactly("RCPT TO:<archive@test.example>");
            assertThat(sent.text()).endsWith("\r\n\r\nOne line.\r\n");
        }
    }
}

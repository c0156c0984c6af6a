package org.postern.it.applications;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.it.harness.Application;
import org.postern.it.harness.Await;
import org.postern.it.harness.Commands;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.Ports;
import org.postern.it.harness.ReceivedMessage;
import org.postern.it.harness.RecordingServer;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What docs/applications.md shows is configured, compiled, deployed and typed word for word. */
class DoesWhatItsPageShowsIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Page PAGE = Page.of("applications.md");
    private static final Page LISTENER = Page.of("applications/receiver.md");
    private static final String BESIDE = "In the same server";
    private static final String CHANGING = "Another password, while the application runs";
    private static final String OUTSIDE = "From outside";
    private static final String SENDING = "Mail from an application";
    private static final String CONNECTING = "By Jakarta Connectors";

    private static RecordingServer world;
    private static Gateway gateway;
    private static Desk desk;

    @BeforeAll
    static void start() {
        world = RecordingServer.start();
        gateway = Gateway.plan("page")
                .configuration(PAGE.only("Mail for an application", "toml") + """
                        [[route]]
                        recipient = "acts.example"
                        to = "queue:acts"
                        [[route]]
                        recipient = "reminders.example"
                        to = "queue:reminders"
                        [[route]]
                        recipient = "shop.example"
                        to = "queue:shop"
                        [[route]]
                        recipient = "example.org"
                        to = "%s"
                        """.formatted(world.destination()))
                .start();
        desk = new Desk(gateway);
    }

    @AfterAll
    static void stop() {
        desk.close();
        gateway.close();
        world.close();
    }

    @Test
    void thereIsNoCodeThatIsNotTried() {
        assertThat(PAGE.blocks()).extracting(Page.Block::place)
                .containsExactly("Mail for an application: toml", BESIDE + ": java", BESIDE + ": sh", BESIDE + ": sh",
                        OUTSIDE + ": sh", CHANGING + ": sh", SENDING + ": sh", SENDING + ": java",
                        "By Jakarta Mail: java",
                        CONNECTING + ": java", CONNECTING + ": sh", "What is refused: json");
    }

    @Test
    void theBeanBesideTheGatewayGetsItsMail() {
        Assumptions.assumeTrue(Commands.exists("swaks"));
        desk.put("OrderMail.java", PAGE.only(BESIDE, "java"));
        desk.type(PAGE.all(BESIDE, "sh").getFirst());
        Await.until("it is deployed", LIMIT,
                () -> desk.type("./postern status").contains("application orders.jar: deployed"));
        desk.type(PAGE.all(BESIDE, "sh").getLast());
        Await.until("it has read the mail", LIMIT, () -> gateway.log().contains("An order: two chairs"));
        assertThat(gateway.log()).doesNotContain("AMQ152005");
    }

    @Test
    void theProgramOutsideGetsItsMail() throws IOException {
        try (SmtpDialogue client = SmtpDialogue.greeted(gateway.smtp())) {
            assertThat(client.mail("a@client.example", "due@invoices.example", SampleMail.about("an invoice")))
                    .startsWith("250");
        }
        desk.type(PAGE.only(OUTSIDE, "sh"));
        assertThat(desk.texts("received")).singleElement().asString().contains("Subject: an invoice");
    }

    /** Of an account of its own, since others use that of the page. */
    @Test
    void anAccountChangesItsPassword() {
        desk.type("echo a-good-password | ./postern account turning");
        desk.type(PAGE.only(CHANGING, "sh").replace("orders-app", "turning"));
        assertThat(desk.type("./postern application account turning@applications"))
                .contains("turning+2027@applications")
                .doesNotContain("turning@applications, ");
    }

    @Test
    void theProgramOutsideSends() {
        desk.put("mail.eml", new String(SampleMail.about("from outside"), StandardCharsets.US_ASCII));
        desk.type("echo a-good-password | ./postern account orders-app");
        desk.type(PAGE.only(SENDING, "sh"));
        assertThat(world.awaitText("Subject: from outside", LIMIT).recipients())
                .containsExactly("RCPT TO:<customer@example.org>");
    }

    @ParameterizedTest
    @CsvSource({"confirm, Subject: Your order, It is on its way.",
            "invoice, Subject: Your invoice, It is due in two weeks."})
    void theBeanThatSendsDoesItInItsTransaction(String act, String subject, String text) throws IOException {
        deployWhatActs();
        assertThat(SmtpDialogue.hand(gateway.smtp(), "a@client.example", act + "@acts.example",
                SampleMail.about("act"))).startsWith("250");
        ReceivedMessage sent = world.awaitText(subject + " 2\r\n", LIMIT);
        assertThat(sent.recipients()).containsExactly("RCPT TO:<customer@example.org>");
        assertThat(sent.text()).contains("To: customer@example.org\r\n").endsWith(text + "\r\n");
        assertThat(world.received()).noneMatch(mail -> mail.text().contains(subject + " 1\r\n"));
    }

    private static void deployWhatActs() throws IOException {
        desk.put("Confirmation.java", PAGE.only(SENDING, "java"));
        desk.put("Invoice.java", PAGE.only("By Jakarta Mail", "java"));
        desk.put("Acts.java", source("Acts.java"));
        desk.deploy("acts", "Confirmation.java", "Invoice.java", "Acts.java");
    }

    private static String source(String name) throws IOException {
        return Files.readString(Path.of(System.getProperty("postern.root"),
                "src-it/src/test/resources/org/postern/it/applications", name));
    }

    @Test
    void theBeanWithAConnectionSendsWhenAllResourcesOfItsTransactionAgree() throws IOException {
        desk.put("Reminder.java", PAGE.only(CONNECTING, "java"));
        desk.put("Reminds.java", source("Reminds.java"));
        desk.type(PAGE.only(CONNECTING, "sh")
                .replace(" Reminder.java", " Reminder.java Reminds.java")
                .replace("deployment.postern.ear", "deployment.postern.ear, com.h2database.h2"));
        assertThat(SmtpDialogue.hand(gateway.smtp(), "a@client.example", "due@reminders.example",
                SampleMail.about("due"))).startsWith("250");
        ReceivedMessage sent = world.awaitText("Subject: Reminder of invoice 3\r\n", LIMIT);
        assertThat(sent.mail()).startsWith("MAIL FROM:<invoices@app.example>");
        assertThat(sent.recipients()).containsExactly("RCPT TO:<customer@example.org>");
        assertThat(gateway.log()).contains("The last one votes against it.");
        assertThat(SmtpDialogue.hand(gateway.smtp(), "a@client.example", "noted@reminders.example",
                SampleMail.about("noted"))).startsWith("250");
        Await.until("it says what it has noted", LIMIT, () -> gateway.log().contains("Noted: 3."));
        assertThat(world.received()).noneMatch(mail -> mail.text().contains("Subject: Reminder of invoice 1\r\n")
                || mail.text().contains("Subject: Reminder of invoice 2\r\n"));
    }

    @Test
    void theListenerOfAnApplicationDecidesAboutRecipientsAndHandsOnTheRest() throws IOException {
        Assumptions.assumeTrue(Commands.exists("swaks"));
        int port = Ports.free();
        List<String> typed = LISTENER.all("A listener of an application's own", "sh");
        desk.put("ShopListener.java", LISTENER.only("A listener of an application's own", "java")
                .replace("2526", Integer.toString(port)));
        desk.type(typed.getFirst());
        Await.until("its port is open", LIMIT, () -> Ports.isListening(port));
        assertThat(desk.type(typed.getLast().replace("2526", Integer.toString(port)))).contains("queued as");
        try (SmtpDialogue client = SmtpDialogue.greeted(port)) {
            assertThat(client.say("MAIL FROM:<a@client.example>")).startsWith("250");
            assertThat(client.say("RCPT TO:<nobody@shop.example>")).startsWith("550 5.1.1 No customer of ours");
            assertThat(client.say("RCPT TO:<customer-8@elsewhere.example>")).startsWith("550 5.7.1");
            assertThat(client.say("RCPT TO:<customer-8@shop.example>")).startsWith("250");
        }
        assertThat(Application.at(gateway, "shop").await("shop", "test", LIMIT).envelope())
                .contains("customer-7@shop.example");
    }

    @Test
    void whatIsRefusedIsToldInTheFormThatIsShown() {
        Application application = Application.at(gateway, "wrong");
        JsonObject shown = event(PAGE.only("What is refused", "json"));
        JsonObject told = event(application.handInWrongly("answers", "queue://answers").getFirst());
        assertThat(told.keySet()).isEqualTo(shown.keySet());
        assertThat(told.getString("reason")).isEqualTo(shown.getString("reason"));
    }

    private static JsonObject event(String text) {
        return Json.createReader(new StringReader(text.substring(text.indexOf('{')))).readObject();
    }
}

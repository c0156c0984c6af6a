package org.postern.it.applications;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Await;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.ReceivedMessage;
import org.postern.it.harness.RecordingServer;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the pages client.md, conversations.md and jakarta-mail.md of docs/applications show is compiled, deployed and typed word for word. */
class DoesWhatTheClientPageShowsIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Page PAGE = Page.of("applications/client.md");
    private static final String MAIL = "Mail";
    private static final String SENDING = "Submissions";
    private static final String EVENTS = "Events";
    private static final Page CONVERSATIONS = Page.of("applications/conversations.md");
    private static final String ASKING = "Asking";
    private static final String ANSWERS = "Answers";
    private static final Page JAKARTA_MAIL = Page.of("applications/jakarta-mail.md");
    private static final String ANYWHERE = "Sending by Jakarta Mail, outside of a server";
    /** More than any client library keeps in memory, in a line each. */
    private static final String MUCH = "Subject: much\r\n\r\n" + "0123456789 grüß\r\n".repeat(200_000);

    private static RecordingServer world;
    private static Gateway gateway;
    private static Desk desk;

    @BeforeAll
    static void start() {
        world = RecordingServer.start();
        gateway = Gateway.plan("client")
                .configuration(CONVERSATIONS.blocks().getFirst().text() + """
                        [[route]]
                        recipient = "invoices.example"
                        to = "queue:invoices"
                        [[route]]
                        recipient = "papers.example"
                        to = "queue:papers"
                        [[route]]
                        recipient = "twice.example"
                        to = "queue:twice"
                        [[route]]
                        recipient = "example.org"
                        to = "%s"
                        """.formatted(world.destination()))
                .start();
        desk = new Desk(gateway);
        desk.put("InvoiceMail.java", PAGE.all(MAIL, "java").getFirst());
        desk.put("KeepMail.java", PAGE.all(MAIL, "java").getLast());
        desk.put("Dispatch.java", PAGE.only(SENDING, "java"));
        desk.put("WhatBecameOfIt.java", PAGE.only(EVENTS, "java"));
        desk.put("Ask.java", CONVERSATIONS.only(ASKING, "java"));
        desk.put("OrderAnswers.java", CONVERSATIONS.only(ANSWERS, "java"));
        desk.put("Remind.java", JAKARTA_MAIL.only(ANYWHERE, "java"));
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
                .containsExactly("The client's jar: xml", MAIL + ": java", MAIL + ": sh", MAIL + ": java",
                        MAIL + ": sh", SENDING + ": java", EVENTS + ": java");
        assertThat(CONVERSATIONS.blocks()).extracting(Page.Block::place)
                .containsExactly("Conversations: answers to what an application sends: toml", ASKING + ": java",
                        ASKING + ": sh", ANSWERS + ": java", ANSWERS + ": sh");
        assertThat(JAKARTA_MAIL.blocks()).extracting(Page.Block::place)
                .containsExactly(ANYWHERE + ": java", ANYWHERE + ": sh");
    }

    @Test
    void allButTheSwitchIsForTheJavaThatIsNamed() {
        desk.type(
                """
                        javac --release 17 -cp "$(ls ejb/client/target/postern-client-*-SNAPSHOT.jar):ear/target/server/bin/client/jboss-client.jar:%s" \\
                            -d seventeen InvoiceMail.java KeepMail.java Dispatch.java Ask.java OrderAnswers.java Remind.java
                        """
                        .formatted(
                                "$(find ear/target/server/modules/system/layers/base/jakarta -name '*.jar' | paste -sd: -)"));
    }

    @Test
    void theBeanBesideTheGatewayGetsItsMail() throws IOException {
        desk.type(PAGE.all(MAIL, "sh").getFirst());
        Await.until("it is deployed", LIMIT,
                () -> desk.type("./postern status").contains("application invoices.war: deployed"));
        assertThat(SmtpDialogue.hand(gateway.smtp(), "a@client.example", "due@invoices.example",
                SampleMail.about("an invoice"))).startsWith("250");
        Await.until("it has read the mail", LIMIT, () -> gateway.log().contains("a@client.example sends an invoice"));
    }

    @Test
    void theProgramsOutsideSendAndAreToldAndKeep() throws IOException {
        desk.put("much.eml", MUCH);
        desk.put("Drive.java", Files.readString(Path.of(System.getProperty("postern.root"),
                "src-it/src/test/resources/org/postern/it/applications/Drive.java")));
        String account = "echo a-good-password | ./postern account orders-app\nexport POSTERN_PASSWORD=a-good-password\n";
        String said = desk.type(
                account + """
                        CP="$(ls ejb/client/target/postern-client-*-SNAPSHOT.jar):ear/target/server/bin/client/jboss-client.jar:$(ls ear/target/server/cli/*json*.jar ear/target/server/cli/parsson*.jar | paste -sd: -)"
                        javac -cp "$CP" -d drive Drive.java Dispatch.java WhatBecameOfIt.java
                        java --enable-native-access=ALL-UNNAMED -cp "drive:$CP" Drive 127.0.0.1:8080 orders-app@applications much.eml
                        """);
        List<String> lines = said.lines().filter(line -> line.startsWith("= ")).toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).startsWith("= order-8 is not sent: ").contains("LF");
        assertThat(lines.getLast()).matches("= true (again true|once: jakarta\\.jms\\.JMSException: .*)");
        assertThat(world.awaitText("Subject: Your order 7\r\n", LIMIT).recipients())
                .containsExactly("RCPT TO:<customer@example.org>");
        assertThat(SmtpDialogue.hand(gateway.smtp(), "a@client.example", "little@papers.example",
                SampleMail.about("little"))).startsWith("250");
        assertThat(desk.type(PAGE.all(MAIL, "sh").getLast())).contains(" for [much@papers.example]")
                .contains(" for [little@papers.example]");
        assertThat(desk.texts("kept")).hasSize(2)
                .anySatisfy(text -> assertThat(text).contains("Subject: little"))
                .anySatisfy(text -> assertThat(text)
                        .endsWith(new String(MUCH.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
    }

    @Test
    void aProgramOutsideSendsByJakartaMail() {
        String shown = JAKARTA_MAIL.only(ANYWHERE, "sh");
        assertThat(desk.type(shown.replace("PASSWORD=a-good-password", "PASSWORD=another").strip() + " 2>&1 || true"))
                .contains("AuthenticationFailedException");
        desk.type(shown);
        ReceivedMessage sent = world.awaitText("Subject: Do you remember us?\r\n", LIMIT);
        assertThat(sent.mail()).startsWith("MAIL FROM:<bounces@app.example>");
        assertThat(sent.recipients()).containsExactly("RCPT TO:<customer@example.org>");
        assertThat(sent.text()).endsWith("\r\n\r\nWe do remember you.\r\n");
    }

    @Test
    void answersComeToTheApplicationThatAskedEachAsWhatItIs() throws IOException {
        desk.type(CONVERSATIONS.only(ANSWERS, "sh"));
        Await.until("it is deployed", LIMIT,
                () -> desk.type("./postern status").contains("application answers.war: deployed"));
        world.alwaysSays("RCPT TO:<gone@example.org>", "550 5.1.1 no such user");
        String ask = CONVERSATIONS.only(ASKING, "sh");
        desk.type(ask);
        desk.type(ask.replace("customer@", "gone@").replace("order-7", "order-9"));
        ReceivedMessage question = world.awaitText("Subject: When may we deliver order-7?", LIMIT);
        Matcher field = Pattern.compile("\r\nReply-To: <(reply-[^>]*)>\r\nFrom: orders@app\\.example\r\n")
                .matcher(question.text());
        assertThat(field.find()).as(question.text()).isTrue();
        String address = field.group(1);
        assertThat(address).endsWith("@replies.app.example");
        assertThat(question.mail()).startsWith("MAIL FROM:<" + address + ">");
        Await.until("the report comes back", LIMIT, () -> gateway.log().contains("order-9 has not arrived"));
        hears("order-7 is answered: On Monday", answer("customer@example.org", address, "Subject: On Monday\r\n"));
        hears("order-7 is answered: On Tuesday",
                answer("customer@example.org", address.toUpperCase(Locale.ROOT), "Subject: On Tuesday\r\n"));
        hears("order-7 may take longer: automatic",
                answer("customer@example.org", address, "Auto-Submitted: auto-replied\r\nSubject: away\r\n"));
        hears("order-7 has not arrived", answer("", address,
                "From: mailer-daemon@example.org\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n"));
        char last = address.charAt(address.indexOf('@') - 1);
        String forged = address.replace(last + "@", (last == '0' ? '1' : '0') + "@");
        for (String other : List.of(forged, address.replace("@", "+tag@"))) {
            assertThat(answer("customer@example.org", other, "Subject: forged\r\n")).startsWith("550 5.");
        }
        assertThat(answer("customer@example.org", forged, "Subject: forged\r\n"))
                .startsWith("550 5.1.1 No such mailbox here");
    }

    private static String answer(String from, String to, String fields) throws IOException {
        return SmtpDialogue.hand(gateway.smtp(), from, to,
                (fields + "\r\nhello\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void hears(String words, String reply) {
        assertThat(reply).startsWith("250");
        Await.until("the application says " + words, LIMIT, () -> gateway.log().contains(words));
    }
}

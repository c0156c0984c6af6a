package org.postern.it.applications;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Await;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Applications are asked as docs/applications/questions.md shows it, and their silence is told as 451 and holds up nobody else. */
class AsksApplicationsIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Page PAGE = Page.of("applications/questions.md");

    private static Gateway gateway;
    private static Desk desk;

    @BeforeAll
    static void start() {
        gateway = Gateway.plan("questions")
                .configuration(PAGE.blocks().getFirst().text() + """
                        [[question]]
                        recipient   = "silent.example"
                        at          = "rcpt"
                        application = "silent"
                        within      = "300ms"
                        waiting     = 2
                        [[route]]
                        recipient = "shop.example"
                        to = "queue:shop"
                        [[route]]
                        recipient = "silent.example"
                        to = "queue:silent"
                        [[route]]
                        recipient = "other.example"
                        to = "queue:other"
                        """)
                .start();
        desk = new Desk(gateway);
        desk.put("Customers.java", PAGE.only("The application", "java"));
        desk.deploy("customers", "Customers.java");
        Await.until("it is deployed", LIMIT,
                () -> desk.type("./postern status").contains("application customers.jar: deployed"));
    }

    @AfterAll
    static void stop() {
        desk.close();
        gateway.close();
    }

    private static SmtpDialogue begun() throws IOException {
        SmtpDialogue client = SmtpDialogue.greeted(gateway.smtp());
        assertThat(client.say("MAIL FROM:<a@client.example>")).startsWith("250");
        return client;
    }

    @Test
    void theApplicationSaysWhoIsACustomer() throws IOException {
        try (SmtpDialogue client = begun()) {
            assertThat(client.say("RCPT TO:<carol@shop.example>")).startsWith("250 2.1.5");
            assertThat(client.say("RCPT TO:<alice@shop.example>")).startsWith("550 5.1.1 We have no such customer");
            assertThat(client.say("RCPT TO:<postmaster@shop.example>")).startsWith("250 2.1.5");
            assertThat(client.say("RCPT TO:<alice@other.example>")).startsWith("250 2.1.5");
        }
    }

    @Test
    void theApplicationSaysWhichMessageMayPass() throws IOException {
        try (SmtpDialogue client = SmtpDialogue.greeted(gateway.smtp())) {
            assertThat(client.mail("a@client.example", "carol@shop.example", SampleMail.about("chairs")))
                    .startsWith("550 5.7.1 We sell no chairs");
            assertThat(client.mail("a@client.example", "carol@shop.example", SampleMail.about("tables")))
                    .startsWith("250");
            assertThat(client.mail("a@client.example", "carol@other.example", SampleMail.about("chairs")))
                    .startsWith("250");
        }
    }

    @Test
    void silenceIsToldAsLaterAndHoldsUpNobodyElse() throws IOException {
        List<SmtpDialogue> clients = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                clients.add(begun());
                clients.getLast().send(("RCPT TO:<x" + i + "@silent.example>\r\n").getBytes(StandardCharsets.US_ASCII));
            }
            try (SmtpDialogue other = begun()) {
                assertThat(other.say("RCPT TO:<carol@shop.example>")).startsWith("250 2.1.5");
            }
            for (SmtpDialogue client : clients) {
                assertThat(client.hear()).startsWith("451 4.3.0 Cannot be decided now, try again later");
            }
        } finally {
            for (SmtpDialogue client : clients) {
                client.close();
            }
        }
    }

    @Test
    void whatNobodyReadsIsDroppedAndPutAsideNowhere() {
        String dead = gateway
                .manage("/subsystem=messaging-activemq/server=default/address-setting=jms.queue.questions.\\#"
                        + ":read-attribute(name=address-full-policy)");
        assertThat(dead).contains("DROP");
        assertThat(gateway.manage("/subsystem=messaging-activemq/server=default/jms-queue=postern.dead:count-messages"))
                .contains("=> 0L");
    }
}

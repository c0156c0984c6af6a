package org.postern.ra;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a client sees of a listener that takes sessions. */
class SmtpListenerTest {
    @TempDir
    private Path spool;
    private ListenerRig rig;

    @BeforeEach
    void open() {
        rig = new ListenerRig(spool);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aMessageArrives() throws IOException {
        try (Client client = rig.connect()) {
            assertThat(client.untilData()).startsWith("354");
            assertThat(client.ask("Subject: hello\r\n\r\n..dot\r\n.")).startsWith("250 2.6.0")
                    .contains(Inbox.ID.text());
            assertThat(client.ask("QUIT")).startsWith("221");
            assertThat(client.reply()).isEqualTo("EOF");
        }
        assertThat(rig.inbox.messages).containsExactly("Subject: hello\r\n\r\n.dot\r\n".getBytes(US_ASCII));
        assertThat(rig.listener.counts().messages()).isEqualTo(1);
    }

    @Test
    void theSessionKnowsWhoIsThere() throws IOException {
        try (Client client = rig.connect()) {
            assertThat(client.reply()).startsWith("220 mail.test.example");
        }
        assertThat(rig.inbox.sessions).singleElement().satisfies(facts -> {
            assertThat(facts.listener()).isEqualTo("mx");
            assertThat(facts.client().getAddress().getHostAddress()).isEqualTo("127.0.0.1");
            assertThat(facts.local().getPort()).isEqualTo(rig.port());
            assertThat(facts.reference()).isNotBlank();
        });
    }

    @Test
    void pipelinedCommandsInOneSegmentAreAnsweredInOrder() throws IOException {
        try (Client client = rig.connect()) {
            client.reply();
            client.ask("EHLO client.example");
            client.send("MAIL FROM:<a@client.example>\r\nRCPT TO:<b@test.example>\r\nDATA\r\n");
            assertThat(client.reply()).startsWith("250 2.1.0");
            assertThat(client.reply()).startsWith("250 2.1.5");
            assertThat(client.reply()).startsWith("354");
            client.send("Subject: a\r\n\r\na\r\n.\r\nMAIL FROM:<>\r\nQUIT\r\n");
            assertThat(client.reply()).startsWith("250 2.6.0");
            assertThat(client.reply()).startsWith("250 2.1.0");
            assertThat(client.reply()).startsWith("221");
        }
    }

    @Test
    void aLargeMessageArrivesWholeAndLeavesNothingBehind() throws IOException {
        byte[] line = ("x".repeat(76) + "\r\n").getBytes(US_ASCII);
        int lines = 5_000_000 / line.length;
        try (Client client = rig.connect()) {
            client.untilData();
            client.send("\r\n");
            for (int i = 0; i < lines; i++) {
                client.send(line);
            }
            assertThat(client.ask(".")).startsWith("250 2.6.0");
        }
        assertThat(rig.inbox.messages.getFirst()).hasSize(2 + lines * line.length);
        assertThat(spool).isEmptyDirectory();
    }

    @Test
    void aClientThatVanishesWithinAMessageDeliversNothing() throws IOException {
        try (Client client = rig.connect()) {
            client.untilData();
            client.send("Subject: half\r\n\r\nhalf a mess");
        }
        Eventually.is(() -> rig.listener.going() == 0);
        assertThat(rig.inbox.messages).isEmpty();
        assertThat(rig.endpoints.out()).isZero();
    }

    @Test
    void fiftyResetsWithinMessagesHarmNobody() throws IOException {
        for (int i = 0; i < 50; i++) {
            try (Client client = rig.connect()) {
                client.untilData();
                client.send("Subject: reset\r\n\r\n" + "x".repeat(500) + "\r\n");
                client.reset();
            }
        }
        Eventually.is(() -> rig.listener.going() == 0);
        assertThat(rig.inbox.messages).isEmpty();
        aMessageArrives();
    }

    @Test
    void threeHundredIdleSessionsDoNotStopAnother() throws IOException {
        List<Client> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                idle.add(rig.connect());
            }
            aMessageArrives();
        } finally {
            for (Client client : idle) {
                client.close();
            }
        }
        Eventually.is(() -> rig.listener.going() == 0);
        assertThat(rig.endpoints.out()).isZero();
    }

    @Test
    void oneOctetASegmentIsEnough() throws IOException {
        try (Client client = rig.connect()) {
            client.reply();
            for (char octet : "EHLO client.example\r\n".toCharArray()) {
                client.send(String.valueOf(octet));
            }
            assertThat(client.reply()).startsWith("250");
        }
    }

    @Test
    void whileTheServerHasNoEndpointEverybodyIsAskedToComeBack() throws IOException {
        rig.endpoints.setAvailable(false);
        try (Client client = rig.connect()) {
            assertThat(client.reply()).startsWith("421 4.3.2");
            assertThat(client.reply()).isEqualTo("EOF");
        }
        rig.endpoints.setAvailable(true);
        aMessageArrives();
    }
}

package org.postern.it.interop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Await;
import org.postern.it.harness.RecordingServer;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Mail for a store: by LMTP to Dovecot, and out of there by POP3 and IMAP, as it was sent. */
@World.Shared
class HandsOverToDovecotIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final List<String> USERS = List.of("bob@store.example", "carol@store.example");
    private static final String ANOTHER = "frank@store.example";

    private static Optional<Dovecot> dovecot = Optional.empty();
    private static RecordingServer home;

    @BeforeAll
    static void start(World world) throws IOException {
        Assumptions.assumeTrue(Dovecot.isInstalled(),
                "dovecot-lmtpd, dovecot-pop3d and dovecot-imapd are not installed");
        home = RecordingServer.start();
        dovecot = Optional.of(new Dovecot(Stream.concat(USERS.stream(), Stream.of(ANOTHER)).toList()));
        world.route("store.example", dovecot.get().destination());
        world.route("store-home.example", home);
    }

    @AfterAll
    static void stop() {
        dovecot.ifPresent(Dovecot::close);
        Optional.ofNullable(home).ifPresent(RecordingServer::close);
    }

    private static String hand(World world, byte[] content, String... commands) throws IOException {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            for (String command : commands) {
                assertThat(client.say(command)).startsWith("250");
            }
            client.say("DATA");
            String reply = client.content(content);
            assertThat(reply).startsWith("250");
            return reply.substring(reply.lastIndexOf(' ') + 1);
        }
    }

    @Test
    void whatIsReadIsWhatWasSent(World world) throws IOException {
        byte[] content = SampleMail.withAttachment("to be kept", 300_000);
        String sent = new String(content, StandardCharsets.ISO_8859_1);
        String id = hand(world, content, "MAIL FROM:<alice@store-home.example> BODY=8BITMIME",
                "RCPT TO:<bob@store.example> NOTIFY=SUCCESS",
                "RCPT TO:<carol@store.example>", "RCPT TO:<nobody@store.example>");

        assertThat(world.console().awaitStory(id, "Delivered")).contains("LMTP host 127.0.0.1", "bob@store.example");
        for (String user : USERS) {
            String byPop3 = Await.value("mail of " + user, LIMIT,
                    () -> Optional.of(MailboxReader.byPop3(dovecot.orElseThrow().pop3(), user, Dovecot.PASSWORD)));
            assertThat(byPop3).endsWith(sent).contains("(Postern)", "Return-Path: <alice@store-home.example>");
            assertThat(byPop3.length() - sent.length()).as("octets of trace fields").isLessThan(2000);
            assertThat(MailboxReader.byImap(dovecot.orElseThrow().imap(), user, Dovecot.PASSWORD)).isEqualTo(byPop3);
        }
    }

    @Test
    void whomTheStoreDoesNotKnowIsReported(World world) throws IOException {
        hand(world, SampleMail.about("unknown"), "MAIL FROM:<dave@store-home.example>", "RCPT TO:<who@store.example>");
        String report = home
                .await(m -> m.recipients().getFirst().startsWith("RCPT TO:<dave@store-home.example>"), 1, LIMIT)
                .getFirst()
                .text();
        assertThat(report).contains("Action: failed", "who@store.example", "Status: 5.1.1");
    }

    @Test
    void whoWantedToKnowHearsThatItWasDelivered(World world) throws IOException {
        hand(world, SampleMail.about("wants to know"), "MAIL FROM:<erin@store-home.example> RET=HDRS ENVID=erin-1",
                "RCPT TO:<" + ANOTHER + "> NOTIFY=SUCCESS ORCPT=rfc822;" + ANOTHER);
        String report = home
                .await(m -> m.recipients().getFirst().startsWith("RCPT TO:<erin@store-home.example>"), 1, LIMIT)
                .getFirst()
                .text();
        assertThat(report).contains("Action: delivered", "Original-Envelope-Id: erin-1", "Status: 2.");
    }
}

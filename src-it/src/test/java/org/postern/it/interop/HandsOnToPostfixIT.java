package org.postern.it.interop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Postfix;
import org.postern.it.harness.ReceivedMessage;
import org.postern.it.harness.RecordingServer;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Postfix as the next hop. What it makes of our mail is seen at a server behind it, which it relays everything to. */
@World.Shared
class HandsOnToPostfixIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static Optional<Postfix> postfix = Optional.empty();
    private static RecordingServer behind;

    @BeforeAll
    static void start(World world) throws IOException {
        Assumptions.assumeTrue(Postfix.isUsable(), "Postfix is not installed, or may not be started by this user");
        behind = RecordingServer.start().alwaysSays("EHLO", "250-next.example\r\n250-8BITMIME\r\n250 SMTPUTF8");
        postfix = Optional.of(new Postfix(Path.of(System.getProperty("java.io.tmpdir")),
                """
                        local_header_rewrite_clients =
                        relayhost = [127.0.0.1]:%d
                        smtpd_recipient_restrictions =
                          check_recipient_access inline:{{never@postfix-away.example = REJECT not here}},
                          permit_mynetworks, reject
                        """.formatted(behind.port()), start -> start));
        for (String domain : List.of("postfix-away.example", "postfix-home.example")) {
            world.route(domain, "host:127.0.0.1:" + postfix.get().port());
        }
    }

    @AfterAll
    static void stop() {
        postfix.ifPresent(Postfix::close);
        Optional.ofNullable(behind).ifPresent(RecordingServer::close);
    }

    private static String hand(World world, byte[] content, String... commands) throws IOException {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            for (String command : commands) {
                assertThat(client.say(octets(command))).startsWith("250");
            }
            client.say("DATA");
            String reply = client.content(content);
            assertThat(reply).startsWith("250");
            return reply.substring(reply.lastIndexOf(' ') + 1);
        }
    }

    /** {@return the octets of the text in UTF-8, each as a character} */
    private static String octets(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @Test
    void contentComesOutOfItUnchanged(World world) throws IOException {
        byte[] content = SampleMail.withAttachment("through postfix", 300_000);
        String id = hand(world, content, "MAIL FROM:<alice@postfix-home.example> BODY=8BITMIME",
                "RCPT TO:<bob@postfix-away.example>");
        ReceivedMessage message = behind.awaitText("SUBJECT: through postfix", LIMIT);
        assertThat(message.text()).endsWith(new String(content, StandardCharsets.ISO_8859_1)).contains("(Postern)");
        assertThat(world.console().awaitStory(id, "Delivered")).contains("TLSv1.3", "250 2.0.0 Ok: queued as");
    }

    @Test
    void postfixReportsWhatItWasAskedToReport(World world) throws IOException {
        hand(world, SampleMail.about("reported by postfix"),
                "MAIL FROM:<carol@postfix-home.example> RET=HDRS ENVID=carol-1",
                "RCPT TO:<dave@postfix-away.example> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;d@first.example");
        String report = behind
                .await(m -> m.recipients().getFirst().startsWith("RCPT TO:<carol@postfix-home.example>"), 1, LIMIT)
                .getFirst()
                .text();
        assertThat(report).contains("Action: relayed", "Original-Envelope-Id: carol-1",
                "Original-Recipient: rfc822;d@first.example", "Reporting-MTA: dns; postfix.example");
    }

    @Test
    void addressesBeyondAsciiPass(World world) throws IOException {
        byte[] content = SampleMail.about("Grüße an Jürgen");
        hand(world, content, "MAIL FROM:<ünal@postfix-home.example> SMTPUTF8", "RCPT TO:<jürgen@postfix-away.example>");
        ReceivedMessage message = behind.awaitText(octets("Subject: Grüße an Jürgen"), LIMIT);
        assertThat(message.recipients().getFirst()).startsWith(octets("RCPT TO:<jürgen@postfix-away.example>"));
        assertThat(message.mail()).startsWith(octets("MAIL FROM:<ünal@postfix-home.example>")).contains("SMTPUTF8");
        assertThat(message.text()).endsWith(new String(content, StandardCharsets.ISO_8859_1));
    }

    @Test
    void whatPostfixRefusesIsReported(World world) throws IOException {
        hand(world, SampleMail.about("too far"), "MAIL FROM:<erin@postfix-home.example>",
                "RCPT TO:<never@postfix-away.example>");
        String report = behind
                .await(m -> m.recipients().getFirst().startsWith("RCPT TO:<erin@postfix-home.example>"), 1, LIMIT)
                .getFirst()
                .text();
        assertThat(report).contains("Action: failed", "Status: 5.7.1", "Recipient address rejected: not here");
    }
}

package org.postern.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postern.it.conformance.Octets.text;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.ReceivedMessage;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.time.Duration;

/** What lies between DATA and its end: every octet, and nothing else. */
@World.Shared
class KeepsContentIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    @Demand(id = "D01", rfc = "5321 4.4", holds = "delivered with a Received field on top: from, by, with, date")
    void aTraceFieldIsOnTop(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.mail("a@client.example", "trace@test.example", SampleMail.about("trace field"));
            assertThat(world.nextHop().awaitText("Subject: trace field", LIMIT).text())
                    .startsWith("Received: from client.example")
                    .containsPattern(
                            "^Received: from [^;]*\\bby gateway.example [^;]*\\bwith E?SMTP[^;]*; ?\\s+\\w{3}, \\d+ \\w{3} \\d{4} ");
        }
    }

    @Test
    @Demand(id = "D02", rfc = "5321 4.5.2", holds = "dots are doubled and undone on both sides")
    void dotsAreTransparent(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            String body = "\r\n.\r\n..\r\n...\r\n.x\r\nx.\r\n";
            client.mail("a@client.example", "dots@test.example", text("Subject: dots dots\r\n" + body));
            assertThat(world.nextHop().awaitText("Subject: dots dots", LIMIT).text())
                    .endsWith("Subject: dots dots\r\n" + body);
        }
    }

    @Test
    @Demand(id = "D03", rfc = "5321 3.3", holds = "an empty message and one of a header section alone are answered")
    @Demand(id = "D12", rfc = "5321 6.4", level = "SHOULD", holds = "mail without Date, Message-ID and From is accepted")
    void littleContentIsTaken(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            assertThat(client.mail("a@client.example", "empty@test.example", text(""))).startsWith("250");
            assertThat(client.mail("a@client.example", "empty@test.example", text("Subject: header alone\r\n")))
                    .startsWith("250");
            world.nextHop().awaitText("Subject: header alone", LIMIT);
        }
    }

    @Test
    @Demand(id = "D04", rfc = "6152 3", holds = "8-bit content passes octet for octet")
    @Demand(id = "B01", rfc = "6152 3", holds = "BODY=7BIT and BODY=8BITMIME are accepted, BODY=FOO is not")
    @Demand(id = "B02", rfc = "6152 3", level = "SHOULD", holds = "8BITMIME is offered")
    void eightBitContentPasses(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            assertThat(client.say("EHLO client.example")).contains("8BITMIME");
            assertThat(client.say("MAIL FROM:<a@client.example> BODY=FOO")).startsWith("501");
            assertThat(client.say("MAIL FROM:<a@client.example> BODY=7BIT")).startsWith("250");
            client.say("RSET");
            assertThat(client.say("MAIL FROM:<a@client.example> BODY=8BITMIME")).startsWith("250");
            client.say("RCPT TO:<eight@test.example>");
            client.say("DATA");
            StringBuilder octets = new StringBuilder();
            for (int octet = 128; octet < 256; octet++) {
                octets.append((char) octet);
            }
            client.content(text("Subject: eight bits\r\n\r\n" + octets + "\r\n"));
            ReceivedMessage message = world.nextHop().awaitText("Subject: eight bits", LIMIT);
            assertThat(message.text()).endsWith("\r\n" + octets + "\r\n");
            assertThat(message.mail()).contains("BODY=8BITMIME");
        }
    }

    @Test
    @Demand(id = "D05", rfc = "5321 4.5.2", level = "SEC", holds = "a NUL in the content: refused, or the rest survives")
    void nulIsRefused(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("MAIL FROM:<a@client.example>");
            client.say("RCPT TO:<nul@test.example>");
            client.say("DATA");
            assertThat(client.content(text("Subject: nul\r\n\r\na\u0000b\r\n"))).startsWith("554 5.6.0");
        }
    }

    @Test
    @Demand(id = "D06", rfc = "5321 7.2", level = "SEC", holds = "one mail to two recipients: Received does not reveal the other")
    void theTraceFieldNamesNoOtherRecipient(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("MAIL FROM:<a@client.example>");
            client.say("RCPT TO:<first-secret@test.example>");
            client.say("RCPT TO:<second-secret@test.example>");
            client.say("DATA");
            client.content(SampleMail.about("two recipients"));
            assertThat(world.nextHop().awaitText("Subject: two recipients", LIMIT).text()).doesNotContain("-secret@");
        }
    }

    @Test
    @Demand(id = "D07", rfc = "5321 6.3", level = "SHOULD", holds = "a message with 120 Received fields is refused, not relayed")
    void aLoopIsRefused(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("MAIL FROM:<a@client.example>");
            client.say("RCPT TO:<loop@test.example>");
            client.say("DATA");
            assertThat(client.content(
                    text("Received: from a by b; Sun, 22 Nov 2026 00:00:00 +0000\r\n".repeat(120) + "\r\nloop\r\n")))
                    .startsWith("5");
        }
    }

    @Test
    @Demand(id = "D08", rfc = "5321 3.6.3, 4.5.5", holds = "null and ordinary reverse-paths are kept")
    @Demand(id = "D09", rfc = "5321 2.1", holds = "recipients of envelope and header are independent")
    void theEnvelopeIsKept(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.mail("", "kept@test.example", SampleMail.about("null sender kept"));
            client.mail("who@client.example", "other-than-header@test.example", SampleMail.about("own sender kept"));
            assertThat(world.nextHop().awaitText("Subject: null sender kept", LIMIT).mail()).startsWith("MAIL FROM:<>");
            ReceivedMessage own = world.nextHop().awaitText("Subject: own sender kept", LIMIT);
            assertThat(own.mail()).startsWith("MAIL FROM:<who@client.example>");
            assertThat(own.recipients()).containsExactly("RCPT TO:<other-than-header@test.example>");
        }
    }

    @Test
    @Demand(id = "D10", rfc = "5321 4.5.3.1.7", holds = "a message of 5 MB arrives unchanged")
    @Demand(id = "D11", rfc = "6376 3.4", holds = "white space, folding, order and case of header fields are unchanged")
    void aLargeMessageArrivesUnchanged(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            byte[] content = SampleMail.withAttachment("five megabytes", 5 * 1024 * 1024);
            client.mail("a@client.example", "large@test.example", content);
            assertThat(
                    world.nextHop().awaitText("SUBJECT: five megabytes", LIMIT).belowTraceField().equals(text(content)))
                    .isTrue();
        }
    }

    @Test
    @Demand(id = "D13", rfc = "5321 4.1.1.4", level = "SEC", holds = "a client that vanishes within DATA delivers nothing")
    @Demand(id = "D14", rfc = "5321 4.1.1.4", level = "SEC", holds = "fifty that reset the connection within DATA do no harm")
    void aVanishedClientDeliversNothing(World world) throws Exception {
        for (int i = 0; i < 50; i++) {
            try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
                client.say("MAIL FROM:<a@client.example>");
                client.say("RCPT TO:<vanished@test.example>");
                client.say("DATA");
                client.send(text("Subject: vanished\r\n\r\nhalf a mess"));
                client.reset();
            }
        }
        assertThat(SmtpDialogue.hand(world.gateway().smtp(), "a@client.example", "alive@test.example",
                SampleMail.about("still alive")))
                .startsWith("250");
        world.nextHop().awaitText("Subject: still alive", LIMIT);
        assertThat(world.nextHop().received()).noneMatch(message -> message.text().contains("Subject: vanished"));
    }

    @Test
    @Demand(id = "D15", rfc = "5321 4.1.1.4", holds = "250 behind DATA means that exactly one copy arrives")
    void oneCopyArrives(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            assertThat(client.mail("a@client.example", "once@test.example", SampleMail.about("exactly once")))
                    .startsWith("250");
            assertThat(client.mail("a@client.example", "once@test.example", SampleMail.about("later one")))
                    .startsWith("250");
            world.nextHop().awaitText("Subject: later one", LIMIT);
            assertThat(world.nextHop().await(m -> m.text().contains("Subject: exactly once"), 1, LIMIT)).hasSize(1);
            assertThat(world.nextHop().received().stream().filter(m -> m.text().contains("Subject: exactly once")))
                    .hasSize(1);
        }
    }

    @Test
    @Demand(id = "D16", rfc = "5321 4.1.1.4", holds = "a leading blank line and content of dots alone are content")
    void oddContentIsContent(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            assertThat(client.mail("a@client.example", "odd@test.example", text("\r\nSubject: odd one\r\n")))
                    .startsWith("250");
            assertThat(client.mail("a@client.example", "odd@test.example",
                    text("Subject: only dots\r\n\r\n.\r\n.\r\n.\r\n"))).startsWith("250");
            assertThat(world.nextHop().awaitText("Subject: odd one", LIMIT).text())
                    .endsWith("\r\n\r\nSubject: odd one\r\n");
            assertThat(world.nextHop().awaitText("Subject: only dots", LIMIT).text())
                    .endsWith("\r\n\r\n.\r\n.\r\n.\r\n");
        }
    }
}

package org.postern.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postern.it.conformance.Octets.text;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.time.Duration;
import java.util.List;

/** CHUNKING (RFC 3030): content by BDAT. */
@World.Shared
class TakesChunksIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    @Demand(id = "C01", rfc = "3030 2", holds = "BDAT n LAST delivers the exact octets")
    void oneChunkArrivesExactly(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("MAIL FROM:<a@client.example>");
            client.say("RCPT TO:<chunks@test.example>");
            String content = "Subject: one chunk\r\n\r\n.\r\n..\r\ntext\r\n";
            client.send(text("BDAT " + content.length() + " LAST\r\n" + content));
            assertThat(client.hear()).startsWith("250");
            assertThat(world.nextHop().awaitText("Subject: one chunk", LIMIT).belowTraceField()).isEqualTo(content);
        }
    }

    @Test
    @Demand(id = "C02", rfc = "3030 2", holds = "several chunks and a zero-length LAST")
    void severalChunksArriveAsOne(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("MAIL FROM:<a@client.example>");
            client.say("RCPT TO:<chunks@test.example>");
            client.send(text("BDAT 25\r\nSubject: some chunks\r\n\r\na"));
            assertThat(client.hear()).startsWith("250");
            client.send(text("BDAT 3\r\nb\r\n"));
            assertThat(client.hear()).startsWith("250");
            assertThat(client.say("BDAT 0 LAST")).startsWith("250");
            assertThat(world.nextHop().awaitText("Subject: some chunks", LIMIT).text()).endsWith("\r\n\r\nab\r\n");
        }
    }

    @Test
    @Demand(id = "C03", rfc = "3030 2", holds = "DATA behind BDAT in one transaction: 503")
    void dataDoesNotFollowBdat(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("MAIL FROM:<a@client.example>");
            client.say("RCPT TO:<chunks@test.example>");
            client.send(text("BDAT 4\r\nabcd"));
            assertThat(client.hear()).startsWith("250");
            assertThat(client.say("DATA")).startsWith("503");
        }
    }

    @Test
    @Demand(id = "C04", rfc = "3030 2", holds = "BDAT without a size, or with a bad one: 5xx")
    void bdatNeedsASize(World world) throws Exception {
        for (String bad : List.of("BDAT", "BDAT x", "BDAT -1", "BDAT LAST", "BDAT 1 FIRST")) {
            try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
                client.say("MAIL FROM:<a@client.example>");
                client.say("RCPT TO:<chunks@test.example>");
                assertThat(client.say(bad)).as(bad).startsWith("5");
            }
        }
    }

    @Test
    @Demand(id = "C05", rfc = "3030 2", level = "SEC", holds = "BDAT before RCPT: 503, and its octets are swallowed, not run")
    void aRefusedChunkIsSwallowed(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.send(text("BDAT 6\r\nNOOP\r\nVRFY x\r\n"));
            assertThat(client.hear()).startsWith("503");
            assertThat(client.hear()).startsWith("25");
            assertThat(client.say("RSET")).startsWith("250 2.0.0");
        }
    }

    @Test
    @Demand(id = "C06", rfc = "3030 2", holds = "RSET between chunks discards the message")
    void rsetDiscardsTheChunks(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("MAIL FROM:<a@client.example>");
            client.say("RCPT TO:<chunks@test.example>");
            client.send(text("BDAT 4\r\nabcd"));
            assertThat(client.hear()).startsWith("250");
            assertThat(client.say("RSET")).startsWith("250");
            assertThat(client.say("BDAT 0 LAST")).startsWith("503");
        }
    }

    @Test
    @Demand(id = "C07", rfc = "3030 2", level = "SEC", holds = "a chunk of 9223372036854775807 octets, or a size of 25 digits, is refused; the server lives")
    void anAbsurdSizeIsRefused(World world) throws Exception {
        for (String size : List.of("9223372036854775807", "1234567890123456789012345")) {
            try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
                client.say("MAIL FROM:<a@client.example>");
                client.say("RCPT TO:<chunks@test.example>");
                assertThat(client.say("BDAT " + size + " LAST")).as(size).startsWith("5");
            }
        }
        assertThat(SmtpDialogue.hand(world.gateway().smtp(), "a@client.example", "alive@test.example",
                SampleMail.about("still alive")))
                .startsWith("250");
    }

    @Test
    @Demand(id = "C08", rfc = "3030 2", level = "SEC", holds = "bare LF and look-alikes of an end within a chunk stay one message, or are refused")
    void lookAlikesInAChunkStayOneMessage(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("MAIL FROM:<a@client.example>");
            client.say("RCPT TO:<chunks@test.example>");
            String content = "Subject: chunk smuggling\r\n\r\na\n.\nMAIL FROM:<smuggled@client.example>\r\n.\r\nQUIT\r\n";
            client.send(text("BDAT " + content.length() + " LAST\r\n" + content));
            assertThat(client.hear()).matches("(250|554) [^\n]*");
            assertThat(client.say("NOOP")).startsWith("250");
        }
        assertThat(SmtpDialogue.hand(world.gateway().smtp(), "a@client.example", "alive@test.example",
                SampleMail.about("still alive")))
                .startsWith("250");
        assertThat(world.nextHop().received()).noneMatch(message -> message.mail().contains("smuggled@client.example"));
    }
}

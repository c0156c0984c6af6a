package org.postern.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postern.it.conformance.Octets.lines;
import static org.postern.it.conformance.Octets.text;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.time.Duration;
import java.util.List;

/** Commands without waiting (RFC 2920), and octets that come as they like. */
@World.Shared
class PipelinesIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    @Demand(id = "P01", rfc = "2920 3", level = "SHOULD", holds = "PIPELINING is offered")
    @Demand(id = "P02", rfc = "2920 3.2", holds = "MAIL, three RCPT and DATA in one segment: replies in order")
    void oneGroupIsAnsweredInOrder(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            assertThat(client.say("EHLO client.example")).contains("PIPELINING");
            client.send(lines("MAIL FROM:<a@client.example>", "RCPT TO:<p1@test.example>",
                    "RCPT TO:<p@elsewhere.example>", "RCPT TO:<p2@test.example>", "DATA"));
            for (String code : List.of("250", "250", "550", "250", "354")) {
                assertThat(client.hear()).startsWith(code);
            }
            assertThat(client.content(SampleMail.about("one group"))).startsWith("250");
        }
    }

    @Test
    @Demand(id = "P03", rfc = "2920 3.2", holds = "all recipients refused and DATA pipelined: 503 or 554, or 354 and then 554")
    void dataWithoutRecipientsIsRefused(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.send(text(
                    String.join("\r\n", "MAIL FROM:<a@client.example>", "RCPT TO:<p@elsewhere.example>", "DATA", "")));
            assertThat(client.hear()).startsWith("250");
            assertThat(client.hear()).startsWith("550");
            assertThat(client.hear()).matches("(503|554) [^\n]*");
        }
    }

    @Test
    @Demand(id = "P04", rfc = "5321 2.3.8", holds = "one octet a segment works")
    void oneOctetASegmentWorks(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            for (byte octet : text("MAIL FROM:<a@client.example>\r\nRCPT TO:<octets@test.example>\r\nDATA\r\n")) {
                client.send(new byte[]{octet});
            }
            for (String code : List.of("250", "250", "354")) {
                assertThat(client.hear()).startsWith(code);
            }
            for (byte octet : text("Subject: octet by octet\r\n\r\n..\r\n.\r\n")) {
                client.send(new byte[]{octet});
            }
            assertThat(client.hear()).startsWith("250");
            assertThat(world.nextHop().awaitText("Subject: octet by octet", LIMIT).text()).endsWith("\r\n\r\n.\r\n");
        }
    }

    @Test
    @Demand(id = "P05", rfc = "5321 4.1.1.4", holds = "the end of the content, split across segments at every position")
    void theEndMayBeSplitAnywhere(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            String end = "text\r\n.\r\n";
            for (int split = 1; split < end.length(); split++) {
                client.say("MAIL FROM:<a@client.example>");
                client.say("RCPT TO:<split@test.example>");
                client.say("DATA");
                client.send(text("Subject: split\r\n\r\n" + end.substring(0, split)));
                client.send(text(end.substring(split)));
                assertThat(client.hear()).as("split at " + split).startsWith("250");
            }
        }
    }

    @Test
    @Demand(id = "P06", rfc = "5321 2.3.8", holds = "text that looks like commands or like an end of content stays text")
    void whatLooksLikeCommandsIsText(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            String body = "\r\nQUIT\r\nRSET\r\nMAIL FROM:<x@y.example>\r\n. \r\n.QUIT\r\n";
            client.mail("a@client.example", "looks@test.example", text("Subject: looks like commands\r\n" + body));
            assertThat(world.nextHop().awaitText("Subject: looks like commands", LIMIT).text()).endsWith(body);
        }
    }

    @Test
    @Demand(id = "E01", rfc = "2034 3", level = "SHOULD", holds = "ENHANCEDSTATUSCODES is offered")
    @Demand(id = "E02", rfc = "2034 4, 3463", holds = "every 2xx, 4xx and 5xx text behind EHLO starts with a matching x.y.z")
    void everyReplyHasAnEnhancedStatus(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            assertThat(client.say("EHLO client.example")).contains("ENHANCEDSTATUSCODES");
            for (String command : List.of("NOOP", "WHAT", "RCPT TO:<b@test.example>", "MAIL FROM:<a@client.example>",
                    "RCPT TO:<x@elsewhere.example>",
                    "RCPT TO:<b@test.example> A=B", "RCPT TO:<b@test.example>", "VRFY b", "EXPN b", "HELP", "MAIL",
                    "RSET", "DATA", "ETRN x.example", "QUIT")) {
                String reply = client.say(command);
                for (String line : reply.lines().toList()) {
                    assertThat(line).as(command).matches("([245])\\d\\d[- ]\\1\\.\\d{1,3}\\.\\d{1,3} [^\n]*");
                }
            }
        }
    }
}

package org.postern.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postern.it.conformance.Octets.text;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Lines, header sections and sizes, at their limits and far beyond. */
@World.Shared
class KeepsToLimitsIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    @Demand(id = "L01", rfc = "5321 4.5.3.1.4", holds = "a command line of 512 octets works")
    void aCommandLineOf512OctetsWorks(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            assertThat(client.say("NOOP " + "x".repeat(505))).startsWith("250");
        }
    }

    @Test
    @Demand(id = "L02", rfc = "5321 4.5.3.1.4", holds = "a command line of 8 KB gets 5xx or 421, and no silence")
    void aCommandLineOf8KilobytesIsRefused(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            assertThat(client.say("NOOP " + "x".repeat(8192))).matches("(5\\d\\d|421) [^\n]*");
        }
        assertThat(SmtpDialogue.hand(world.gateway().smtp(), "a@client.example", "alive@test.example",
                SampleMail.about("still alive")))
                .startsWith("250");
    }

    @Test
    @Demand(id = "L03", rfc = "5321 4.5.3.1", level = "SEC", holds = "16 MB without a line end are refused or cut off; the server lives")
    void anEndlessCommandLineIsCutOff(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            Flood.of(client, 'x', 16 * 1024 * 1024);
        }
        assertThat(SmtpDialogue.hand(world.gateway().smtp(), "a@client.example", "alive@test.example",
                SampleMail.about("still alive")))
                .startsWith("250");
    }

    @Test
    @Demand(id = "L04", rfc = "5321 4.5.3.1.6", holds = "a text line of 998 octets passes unchanged")
    void aTextLineOf998OctetsPasses(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("MAIL FROM:<a@client.example>");
            client.say("RCPT TO:<line998@test.example>");
            client.say("DATA");
            String line = "l".repeat(998);
            assertThat(client.content(text("Subject: line of 998\r\n\r\n" + line + "\r\n"))).startsWith("250");
            assertThat(world.nextHop().awaitText("Subject: line of 998", LIMIT).text())
                    .endsWith("\r\n" + line + "\r\n");
        }
    }

    @Test
    @Demand(id = "L05", rfc = "5321 4.5.3.1.6", level = "SHOULD", holds = "a text line of 20,000 octets is refused, or delivered whole")
    void aTextLineOf20000OctetsIsRefusedWhole(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("MAIL FROM:<a@client.example>");
            client.say("RCPT TO:<line20000@test.example>");
            client.say("DATA");
            assertThat(client.content(text("Subject: long line\r\n\r\n" + "l".repeat(20_000) + "\r\n")))
                    .startsWith("554 5.6.0");
            assertThat(client.say("NOOP")).startsWith("250");
        }
    }

    @Test
    @Demand(id = "L06", rfc = "5321 4.5.3.1.6", level = "SEC", holds = "a text line of 8 MB is answered; the server lives")
    void aTextLineOf8MegabytesIsAnswered(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("MAIL FROM:<a@client.example>");
            client.say("RCPT TO:<line8m@test.example>");
            client.say("DATA");
            assertThat(client.content(text("Subject: endless line\r\n\r\n" + "l".repeat(8 * 1024 * 1024) + "\r\n")))
                    .startsWith("55");
        }
        assertThat(SmtpDialogue.hand(world.gateway().smtp(), "a@client.example", "alive@test.example",
                SampleMail.about("still alive")))
                .startsWith("250");
    }

    @Test
    @Demand(id = "L07", rfc = "5322 2.1.1", level = "SEC", holds = "a header field of 300 KB, and 20,000 fields, are answered; the server lives")
    void aHugeHeaderSectionIsAnswered(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("MAIL FROM:<a@client.example>");
            client.say("RCPT TO:<header@test.example>");
            client.say("DATA");
            assertThat(client.content(text("X-Long: " + "x\r\n ".repeat(75_000) + "x\r\n\r\ntext\r\n")))
                    .matches("(250|55\\d) [^\n]*");
            client.say("MAIL FROM:<a@client.example>");
            client.say("RCPT TO:<header@test.example>");
            client.say("DATA");
            assertThat(client.content(text("X-Many: 1\r\n".repeat(20_000) + "\r\ntext\r\n")))
                    .matches("(250|55\\d) [^\n]*");
        }
        assertThat(SmtpDialogue.hand(world.gateway().smtp(), "a@client.example", "alive@test.example",
                SampleMail.about("still alive")))
                .startsWith("250");
    }

    @Test
    @Demand(id = "Z01", rfc = "1870 3", level = "SHOULD", holds = "SIZE is offered with a limit")
    @Demand(id = "Z02", rfc = "1870 6.1", holds = "a declared size over the limit: 552 at MAIL")
    void aDeclaredSizeOverTheLimitIsRefusedAtMail(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            assertThat(client.say("EHLO client.example")).containsPattern("250[- ]SIZE \\d+");
            assertThat(client.say("MAIL FROM:<a@client.example> SIZE=99999999999")).startsWith("552");
        }
    }

    @Test
    @Demand(id = "Z03", rfc = "1870 4", holds = "SIZE with something else than 1 to 20 digits: 5xx")
    void sizeIsADecimalNumber(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            for (String size : List.of("abc", "", "-1", "1234567890123456789012345")) {
                assertThat(client.say("MAIL FROM:<a@client.example> SIZE=" + size)).as(size).startsWith("5");
            }
        }
    }

    @Test
    @Demand(id = "Z04", rfc = "1870 6.3", holds = "a real size over the limit, not declared: 552 behind the content, and the session goes on")
    @Demand(id = "Z05", rfc = "1870 6", level = "SHOULD", holds = "a message just below the limit is accepted")
    void theRealSizeCounts(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            String offer = client.say("EHLO client.example");
            int limit = Integer.parseInt(
                    Pattern.compile("SIZE (\\d+)").matcher(offer).results().findFirst().orElseThrow().group(1));
            client.say("MAIL FROM:<a@client.example>");
            client.say("RCPT TO:<size@test.example>");
            client.say("DATA");
            assertThat(client.content(SampleMail.about("just too big", limit + 100))).startsWith("552");
            client.say("MAIL FROM:<a@client.example>");
            client.say("RCPT TO:<size@test.example>");
            client.say("DATA");
            assertThat(client.content(SampleMail.about("just small enough", limit - 10_000))).startsWith("250");
        }
    }
}

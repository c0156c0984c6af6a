package org.postern.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The greeting, and the commands that carry no mail. */
@World.Shared
class GreetsAndAnswersCommandsIT {
    @Test
    @Demand(id = "G01", rfc = "5321 4.2, 4.3.1", holds = "the greeting is 220 with a domain as first word")
    void theGreetingNamesTheGateway(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.connect(world.gateway().smtp())) {
            assertThat(client.hear()).startsWith("220 gateway.example ");
        }
    }

    @Test
    @Demand(id = "G02", rfc = "5321 2.3.8", holds = "every reply line ends in CRLF")
    void everyReplyLineEndsInCrlf(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.connect(world.gateway().smtp())) {
            client.send("EHLO client.example\r\n".getBytes(StandardCharsets.US_ASCII));
            client.hear();
            client.hear();
            client.send("NOOP\r\nWHAT\r\nHELP\r\nQUIT\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(client.rest().replace("\r\n", "")).doesNotContain("\r", "\n");
        }
    }

    @Test
    @Demand(id = "G03", rfc = "5321 4.1.1.1", holds = "HELO gives a single-line 250")
    void heloGetsOneLine(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.connect(world.gateway().smtp())) {
            client.hear();
            assertThat(client.say("HELO client.example")).startsWith("250 gateway.example").doesNotContain("\n");
        }
    }

    @Test
    @Demand(id = "G04", rfc = "5321 4.1.1.1", holds = "EHLO: domain first, then well-formed keywords")
    void ehloGetsTheDomainAndKeywords(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.connect(world.gateway().smtp())) {
            client.hear();
            List<String> lines = client.say("EHLO client.example").lines().toList();
            assertThat(lines.getFirst()).startsWith("250-gateway.example");
            for (String line : lines.subList(1, lines.size())) {
                assertThat(line).matches("250[- ][A-Za-z0-9][A-Za-z0-9-]*( [!-~]+)*");
            }
        }
    }

    @Test
    @Demand(id = "G05", rfc = "5321 4.1.3", holds = "EHLO takes IPv4 and IPv6 address literals")
    void ehloTakesAddressLiterals(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            assertThat(client.say("EHLO [127.0.0.1]")).startsWith("250");
            assertThat(client.say("EHLO [IPv6:2001:db8::1]")).startsWith("250");
        }
    }

    @Test
    @Demand(id = "G06", rfc = "5321 4.1.1.1", holds = "EHLO and HELO without argument: 501")
    void ehloAndHeloNeedAName(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            assertThat(client.say("EHLO")).startsWith("501");
            assertThat(client.say("HELO")).startsWith("501");
        }
    }

    @Test
    @Demand(id = "G07", rfc = "5321 2.4", holds = "verbs are case-insensitive")
    void verbsComeInAnyCase(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            assertThat(client.say("eHlO client.example")).startsWith("250");
            assertThat(client.say("mAiL fRoM:<a@client.example>")).startsWith("250");
            assertThat(client.say("rcpt TO:<b@test.example>")).startsWith("250");
            assertThat(client.say("rset")).startsWith("250");
        }
    }

    @Test
    @Demand(id = "G08", rfc = "5321 4.1.4", holds = "EHLO in the middle of a transaction ends it")
    void ehloEndsTheTransaction(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("MAIL FROM:<a@client.example>");
            client.say("RCPT TO:<b@test.example>");
            assertThat(client.say("EHLO client.example")).startsWith("250");
            assertThat(client.say("DATA")).startsWith("503");
        }
    }

    @Test
    @Demand(id = "G09", rfc = "5321 4.1.1.9", holds = "NOOP with and without argument: 250")
    @Demand(id = "G16", rfc = "5321 4.1.1", holds = "trailing white space after a command is tolerated")
    void noopTakesAnythingAndTrailingSpaceIsTolerated(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            assertThat(client.say("NOOP")).startsWith("250");
            assertThat(client.say("NOOP with an argument")).startsWith("250");
            assertThat(client.say("NOOP   ")).startsWith("250");
            assertThat(client.say("RSET \t")).startsWith("250");
        }
    }

    @Test
    @Demand(id = "G10", rfc = "5321 4.1.4", holds = "NOOP, RSET and QUIT are allowed before EHLO")
    @Demand(id = "G11", rfc = "5321 4.1.1.10", holds = "QUIT: 221, then the server closes")
    void someCommandsNeedNoEhloAndQuitCloses(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.connect(world.gateway().smtp())) {
            client.hear();
            assertThat(client.say("NOOP")).startsWith("250");
            assertThat(client.say("RSET")).startsWith("250");
            assertThat(client.say("QUIT")).startsWith("221");
            assertThat(client.rest()).isEmpty();
        }
    }

    @Test
    @Demand(id = "G12", rfc = "5321 4.2.4", holds = "an unknown verb gets 500 or 502, and the session goes on")
    void anUnknownVerbDoesNotEndTheSession(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            assertThat(client.say("XYZZY")).matches("50[02] [^\n]*");
            assertThat(client.say("NOOP")).startsWith("250");
        }
    }

    @Test
    @Demand(id = "G13", rfc = "5321 3.5, 7.3", level = "SHOULD", holds = "VRFY does not tell known from unknown")
    void vrfyDoesNotTellWhoExists(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            String known = client.say("VRFY alice@app.example");
            assertThat(known).matches("(25[012]|5\\d\\d) [^\n]*");
            assertThat(client.say("VRFY unknown@app.example").substring(0, 9)).isEqualTo(known.substring(0, 9));
        }
    }

    @Test
    @Demand(id = "G14", rfc = "5321 4.1.1.8", holds = "HELP: 211, 214 or 502")
    void helpHelps(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            assertThat(client.say("HELP")).matches("(?s)(211|214|502)[- ].*");
        }
    }

    @Test
    @Demand(id = "G15", rfc = "5321 4.1.1.5", holds = "RSET ends the transaction")
    void rsetEndsTheTransaction(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("MAIL FROM:<a@client.example>");
            client.say("RCPT TO:<b@test.example>");
            assertThat(client.say("RSET")).startsWith("250");
            assertThat(client.say("RCPT TO:<b@test.example>")).startsWith("503");
        }
    }

    @Test
    @Demand(id = "G17", rfc = "5321 3.1", holds = "EXPN gets 25x or 5xx, and no silence")
    void expnIsAnswered(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            assertThat(client.say("EXPN staff")).matches("(25\\d|5\\d\\d) [^\n]*");
        }
    }
}

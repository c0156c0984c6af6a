package org.postern.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postern.it.conformance.Octets.utf8;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.ReceivedMessage;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Internationalised mail (RFC 6531) and delivery status parameters (RFC 3461). */
@World.Shared
class SpeaksEveryScriptIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    @Demand(id = "U01", rfc = "6531 3.1", level = "SHOULD", holds = "SMTPUTF8 is offered")
    @Demand(id = "U02", rfc = "6531 3.4", holds = "mail with UTF-8 sender, recipient and header is delivered")
    void internationalisedMailIsDelivered(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            assertThat(client.say("EHLO client.example")).contains("SMTPUTF8");
            assertThat(client.say(utf8("MAIL FROM:<jürgen@client.example> SMTPUTF8 BODY=8BITMIME"))).startsWith("250");
            assertThat(client.say(utf8("RCPT TO:<用户@test.example>"))).startsWith("250");
            client.say("DATA");
            assertThat(client.content("Subject: schöne Grüße\r\n\r\ntext\r\n".getBytes(StandardCharsets.UTF_8)))
                    .startsWith("250");
            ReceivedMessage message = world.nextHop().awaitText(utf8("Subject: schöne Grüße"), LIMIT);
            assertThat(message.mail()).contains(utf8("<jürgen@client.example>")).contains("SMTPUTF8");
            assertThat(message.recipients()).containsExactly(utf8("RCPT TO:<用户@test.example>"));
            assertThat(message.text()).containsPattern("^Received:[^;]*with UTF8SMTP");
        }
    }

    @Test
    @Demand(id = "U03", rfc = "6531 3.1", holds = "a non-ASCII address without SMTPUTF8 is refused")
    void aNonAsciiAddressNeedsSmtputf8(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            assertThat(client.say(utf8("MAIL FROM:<jürgen@client.example>"))).startsWith("5");
            client.say("MAIL FROM:<a@client.example>");
            assertThat(client.say(utf8("RCPT TO:<用户@test.example>"))).startsWith("5");
        }
    }

    @Test
    @Demand(id = "U04", rfc = "6531 3.3", level = "SEC", holds = "invalid UTF-8 in an address is refused")
    void invalidUtf8IsRefused(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            assertThat(client.say("MAIL FROM:<a\u00ff\u00fe@client.example> SMTPUTF8")).startsWith("5");
            client.say("MAIL FROM:<a@client.example> SMTPUTF8");
            for (String invalid : List.of("\u00c0\u00af", "\u00ed\u00a0\u0080", "\u00f5\u0080\u0080\u0080", "\u00c3")) {
                assertThat(client.say("RCPT TO:<" + invalid + "@test.example>")).startsWith("5");
            }
        }
    }

    @Test
    @Demand(id = "N01", rfc = "3461 4", holds = "DSN parameters: good ones are accepted, bad ones get 501")
    void dsnParametersAreChecked(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            for (String bad : List.of("RET=SOME", "RET=", "ENVID=" + "e".repeat(101), "ENVID=a+zz")) {
                assertThat(client.say("MAIL FROM:<a@client.example> " + bad)).as(bad).startsWith("501");
            }
            assertThat(client.say("MAIL FROM:<a@client.example> RET=FULL ENVID=QQ314159")).startsWith("250");
            for (String bad : List.of("NOTIFY=NEVER,FAILURE", "NOTIFY=", "NOTIFY=SOMETIMES", "ORCPT=rfc822",
                    "ORCPT=rfc822;a+zz")) {
                assertThat(client.say("RCPT TO:<b@test.example> " + bad)).as(bad).startsWith("501");
            }
            assertThat(client.say("RCPT TO:<b@test.example> NOTIFY=SUCCESS,DELAY ORCPT=rfc822;b+2Bx@test.example"))
                    .startsWith("250");
            assertThat(client.say("RCPT TO:<c@test.example> NOTIFY=NEVER")).startsWith("250");
        }
    }

    @Test
    @Demand(id = "N02", rfc = "3461 5.2.1", holds = "DSN parameters are passed on to a next hop that knows them")
    void dsnParametersArePassedOn(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("MAIL FROM:<a@client.example> RET=HDRS ENVID=passed-on");
            client.say("RCPT TO:<dsn@test.example> NOTIFY=FAILURE,DELAY ORCPT=rfc822;first@test.example");
            client.say("DATA");
            client.content(SampleMail.about("dsn passed on"));
            ReceivedMessage message = world.nextHop().awaitText("Subject: dsn passed on", LIMIT);
            assertThat(message.mail()).contains("RET=HDRS", "ENVID=passed-on");
            assertThat(message.recipients().getFirst()).contains("NOTIFY=FAILURE,DELAY",
                    "ORCPT=rfc822;first@test.example");
        }
    }
}

package org.postern.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postern.it.conformance.Octets.lines;
import static org.postern.it.conformance.Octets.text;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Clients that are not what they should be. */
@World.Shared
class WithstandsHostilityIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    @Demand(id = "X13", rfc = "5321 2.3.8", level = "SEC", holds = "a bare CR within a command does not end it")
    void aBareCrEndsNoCommand(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.send(text("NOOP\rQUIT\r\n"));
            assertThat(client.hear()).startsWith("5");
        }
    }

    @Test
    @Demand(id = "X14", rfc = "5321 2.3.8", level = "SHOULD", holds = "a bare LF does not end a command, or the session is refused")
    void aBareLfEndsNoCommand(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.send(text("NOOP\nNOOP\r\n"));
            assertThat(client.hear()).startsWith("5");
        }
    }

    @Test
    @Demand(id = "X15", rfc = "5321 4.1.2", level = "SEC", holds = "a NUL in a command: 5xx or an end, and no cut-off address")
    void aNulCutsNothingOff(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            assertThat(client.say("MAIL FROM:<a@client.example\u0000@elsewhere.example>")).startsWith("5");
        }
    }

    @Test
    @Demand(id = "X16", rfc = "5321 4.1.1", level = "SEC", holds = "an HTTP request never becomes mail")
    void anHttpRequestIsNoMail(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.connect(world.gateway().smtp())) {
            client.hear();
            client.send(lines("POST / HTTP/1.1", "Host: gateway.example", "", "EHLO x.example",
                    "MAIL FROM:<a@client.example>", "RCPT TO:<b@test.example>", "DATA"));
            assertThat(client.rest()).doesNotContain("250", "354");
        }
    }

    @Test
    @Demand(id = "X17", rfc = "3207", level = "SEC", holds = "a TLS ClientHello on a port without TLS does no harm")
    void aHandshakeInTheClearDoesNoHarm(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.connect(world.gateway().smtp())) {
            client.hear();
            client.send(ClientHello.of(0x03, 0x03));
            client.send(text("\r\n"));
            assertThat(client.hear()).startsWith("5");
        }
        assertThat(SmtpDialogue.hand(world.gateway().smtp(), "a@client.example", "alive@test.example",
                SampleMail.about("still alive")))
                .startsWith("250");
    }

    @Test
    @Demand(id = "X18", rfc = "5321 4.3.2", level = "SHOULD", holds = "endless bad commands are cut off within a thousand")
    void badCommandsAreCutOff(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            String reply = client.say("BAD 0");
            for (int i = 1; i < 1000 && !reply.startsWith("421"); i++) {
                reply = client.say("BAD " + i);
            }
            assertThat(reply).startsWith("421");
            assertThat(client.rest()).isEmpty();
        }
    }

    @Test
    @Demand(id = "X19", rfc = "5321 4.4", level = "SEC", holds = "nasty EHLO names do not break the trace field")
    void aNastyNameStaysOutOfTheTraceField(World world) throws Exception {
        for (String name : List.of("(evil", "x;y", "a\tb", "[127.0.0.1", "x with SMTPS id 1", "\u00e4.example",
                "<script>.example", "x\r\nX-Evil: 1")) {
            try (SmtpDialogue client = SmtpDialogue.connect(world.gateway().smtp())) {
                client.hear();
                client.say("EHLO " + name);
                if (client.mail("a@client.example", "nasty@test.example", SampleMail.about("nasty name"))
                        .startsWith("250")) {
                    String text = world.nextHop().awaitText("Subject: nasty name", LIMIT).text();
                    assertThat(text).doesNotContain(name);
                }
            }
        }
    }

    @Test
    @Demand(id = "X20", rfc = "5321 4.5.3.2", level = "SEC", holds = "fifty clients that trickle do not stop a normal session")
    void slowClientsStopNobody(World world) throws Exception {
        List<SmtpDialogue> slow = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            slow.add(SmtpDialogue.greeted(world.gateway().smtp()));
        }
        for (byte octet : text("NOOP slowly")) {
            for (SmtpDialogue client : slow) {
                client.send(new byte[]{octet});
            }
            assertThat(SmtpDialogue.hand(world.gateway().smtp(), "a@client.example", "alive@test.example",
                    SampleMail.about("still alive")))
                    .startsWith("250");
        }
        for (SmtpDialogue client : slow) {
            assertThat(client.say("")).startsWith("250");
            client.close();
        }
    }

    @Test
    @Demand(id = "X21", rfc = "5321 7.9", level = "SEC", holds = "XCLIENT and a PROXY header from a client that is not trusted for it are refused")
    void nobodyClaimsAnotherAddress(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            assertThat(client.say("XCLIENT ADDR=127.0.1.1 NAME=inside.example")).startsWith("5");
        }
        try (SmtpDialogue client = SmtpDialogue.connect(world.gateway().smtp())) {
            client.hear();
            client.send(text("PROXY TCP4 127.0.1.1 127.0.0.1 4711 25\r\n"));
            assertThat(client.hear()).startsWith("5");
        }
    }

    @Test
    @Demand(id = "X22", rfc = "5321 4.5.3.2", level = "SEC", holds = "300 idle connections, opened and closed, do no harm")
    void idleConnectionsDoNoHarm(World world) throws Exception {
        List<SmtpDialogue> idle = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            idle.add(SmtpDialogue.connect(world.gateway().smtp()));
        }
        assertThat(SmtpDialogue.hand(world.gateway().smtp(), "a@client.example", "alive@test.example",
                SampleMail.about("still alive")))
                .startsWith("250");
        for (SmtpDialogue client : idle) {
            client.close();
        }
        assertThat(SmtpDialogue.hand(world.gateway().smtp(), "a@client.example", "alive@test.example",
                SampleMail.about("still alive")))
                .startsWith("250");
    }

    @Test
    @Demand(id = "X23", rfc = "2920 3.1", level = "SEC", holds = "message text behind a refused DATA is not run as commands")
    void textBehindARefusedDataIsNotRun(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.send(lines("MAIL FROM:<a@client.example>", "RCPT TO:<b@elsewhere.example>", "DATA", "Subject: x", "",
                    "RSET", "MAIL FROM:<smuggled@client.example>", "RCPT TO:<b@test.example>", "."));
            assertThat(client.hear()).startsWith("250");
            assertThat(client.hear()).startsWith("550");
            assertThat(client.hear()).startsWith("5");
            assertThat(client.rest()).doesNotContain("250");
        }
    }

    @Test
    @Demand(id = "X24", rfc = "4954 4", level = "SEC", holds = "AUTH where it is not offered: 5xx; a bad log-in is never 235")
    void aBadLoginIsNever235(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            assertThat(client.say("AUTH PLAIN AGEAYg==")).startsWith("5");
            assertThat(client.say("STARTTLS")).startsWith("220");
            try (SmtpDialogue inside = client.inTls("TLSv1.3", "TLSv1.2")) {
                inside.say("EHLO client.example");
                assertThat(inside.say("AUTH PLAIN not-base64!")).matches("[45]\\d\\d [^\n]*");
                assertThat(inside.say("AUTH PLAIN AG5vYm9keQB3cm9uZw==")).matches("[45]\\d\\d [^\n]*");
                assertThat(inside.say("AUTH UNKNOWN")).startsWith("5");
            }
        }
    }
}

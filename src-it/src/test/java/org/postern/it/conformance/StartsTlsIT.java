package org.postern.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postern.it.conformance.Octets.text;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.time.Duration;

/** STARTTLS (RFC 3207), and who tries to get something past it. */
@World.Shared
class StartsTlsIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    @Demand(id = "T01", rfc = "3207 4", level = "SHOULD", holds = "STARTTLS is offered")
    @Demand(id = "T02", rfc = "3207 4", holds = "the handshake gives TLS 1.2 or later, and mail goes through")
    @Demand(id = "T03", rfc = "3207 4.2", holds = "STARTTLS is not offered again inside TLS")
    void mailGoesThroughTls(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            assertThat(client.say("EHLO client.example")).contains("STARTTLS");
            assertThat(client.say("STARTTLS")).startsWith("220");
            try (SmtpDialogue inside = client.inTls("TLSv1.3", "TLSv1.2")) {
                assertThat(inside.say("EHLO client.example")).startsWith("250").doesNotContain("STARTTLS");
                assertThat(inside.mail("a@client.example", "tls@test.example", SampleMail.about("inside tls")))
                        .startsWith("250");
            }
            assertThat(world.nextHop().awaitText("Subject: inside tls", LIMIT).text())
                    .containsPattern("^Received:[^;]*with ESMTPS");
        }
    }

    @Test
    @Demand(id = "T04", rfc = "3207 4.2", holds = "what was said before TLS is forgotten: EHLO and transaction")
    void whatWasSaidBeforeIsForgotten(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("MAIL FROM:<a@client.example>");
            client.say("RSET");
            client.say("STARTTLS");
            try (SmtpDialogue inside = client.inTls("TLSv1.3", "TLSv1.2")) {
                assertThat(inside.say("MAIL FROM:<a@client.example>")).startsWith("503");
                inside.say("EHLO client.example");
                assertThat(inside.say("RCPT TO:<b@test.example>")).startsWith("503");
            }
        }
    }

    @Test
    @Demand(id = "T05", rfc = "3207 4", holds = "STARTTLS with a parameter: 501")
    void starttlsTakesNoParameter(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            assertThat(client.say("STARTTLS now")).startsWith("501");
            assertThat(client.say("NOOP")).startsWith("250");
        }
    }

    @Test
    @Demand(id = "T06", rfc = "3207 4.2", level = "SEC", holds = "a command behind STARTTLS in the same segment is not run inside TLS")
    void nothingIsInjected(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.send(text("STARTTLS\r\nNOOP injected\r\n"));
            if (client.hear().startsWith("220")) {
                try (SmtpDialogue inside = client.inTls("TLSv1.3", "TLSv1.2")) {
                    assertThat(inside.say("EHLO client.example")).startsWith("250-");
                    assertThat(inside.say("RSET")).startsWith("250 2.0.0");
                }
            } else {
                assertThat(client.rest()).isEmpty();
            }
        }
        assertThat(SmtpDialogue.hand(world.gateway().smtp(), "a@client.example", "alive@test.example",
                SampleMail.about("still alive")))
                .startsWith("250");
    }

    @Test
    @Demand(id = "T07", rfc = "3207 4.2", holds = "a second STARTTLS inside TLS: 5xx")
    void tlsIsNotNested(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("STARTTLS");
            try (SmtpDialogue inside = client.inTls("TLSv1.3", "TLSv1.2")) {
                inside.say("EHLO client.example");
                assertThat(inside.say("STARTTLS")).startsWith("5");
                assertThat(inside.say("NOOP")).startsWith("250");
            }
        }
    }

    @Test
    @Demand(id = "T08", rfc = "8996", level = "SEC", holds = "TLS 1.0 and 1.1 are refused")
    void oldTlsIsRefused(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("STARTTLS");
            client.send(ClientHello.of(0x03, 0x01));
            assertThat(client.rest()).doesNotStartWith("\u0016");
        }
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("STARTTLS");
            client.send(ClientHello.of(0x03, 0x02));
            assertThat(client.rest()).doesNotStartWith("\u0016");
        }
    }

    @Test
    @Demand(id = "T09", rfc = "3207 4", level = "SEC", holds = "garbage in place of a handshake does no harm")
    void garbageIsNoHandshake(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("STARTTLS");
            client.send(text("EHLO client.example\r\nMAIL FROM:<a@client.example>\r\n"));
            assertThat(client.rest()).doesNotContain("250");
        }
        assertThat(SmtpDialogue.hand(world.gateway().smtp(), "a@client.example", "alive@test.example",
                SampleMail.about("still alive")))
                .startsWith("250");
    }

    @Test
    @Demand(id = "T10", rfc = "3207, 4954 4", holds = "AUTH is not offered without TLS")
    void authIsNotOfferedInTheClear(World world) throws Exception {
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            assertThat(client.say("EHLO client.example")).doesNotContain("AUTH");
        }
    }

    @Test
    @Demand(id = "T11", rfc = "3207 4.2", level = "SEC", holds = "twenty times: nothing that the gateway said before the handshake leaks into TLS")
    void nothingLeaksIntoTls(World world) throws Exception {
        for (int i = 0; i < 20; i++) {
            try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
                client.say("STARTTLS");
                try (SmtpDialogue inside = client.inTls("TLSv1.3", "TLSv1.2")) {
                    assertThat(inside.say("NOOP")).startsWith("250 2.0.0");
                    assertThat(inside.say("EHLO client.example")).startsWith("250-gateway.example");
                }
            }
        }
    }
}

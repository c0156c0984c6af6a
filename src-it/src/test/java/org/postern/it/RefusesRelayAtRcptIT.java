package org.postern.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.io.IOException;

/** A stranger reaches the domains that have a route, and nobody else, and is told so before any message exists. */
@World.Shared
class RefusesRelayAtRcptIT {
    @Test
    void aStrangerHears550BeforeTheMessageExists(World world) throws IOException {
        try (SmtpDialogue stranger = SmtpDialogue.greeted(world.gateway().smtp())) {
            assertThat(stranger.say("MAIL FROM:<a@client.example>")).startsWith("250");
            assertThat(stranger.say("RCPT TO:<b@elsewhere.example>")).startsWith("550 5.7.1");
            assertThat(stranger.say("DATA")).startsWith("554 5.5.1");
        }
    }

    @Test
    void theOtherRecipientsAreServedAllTheSame(World world) throws IOException {
        try (SmtpDialogue stranger = SmtpDialogue.greeted(world.gateway().smtp())) {
            stranger.say("MAIL FROM:<a@client.example>");
            assertThat(stranger.say("RCPT TO:<b@elsewhere.example>")).startsWith("550 5.7.1");
            assertThat(stranger.say("RCPT TO:<relay-check@test.example>")).startsWith("250");
            assertThat(stranger.say("DATA")).startsWith("354");
            assertThat(stranger.content(SampleMail.about("relay check"))).startsWith("250 2.6.0");
        }
    }

    @Test
    void aTrustedClientMaySendAnywhere(World world) throws IOException {
        try (SmtpDialogue trusted = SmtpDialogue.connectFrom(World.TRUSTED, world.gateway().smtp())) {
            trusted.hear();
            trusted.say("EHLO inside.example");
            trusted.say("MAIL FROM:<a@client.example>");
            assertThat(trusted.say("RCPT TO:<b@elsewhere.example>")).startsWith("250");
        }
    }

    @Test
    void anUnknownRecipientOfAnOwnDomainIsRefusedForThatReason(World world) throws IOException {
        try (SmtpDialogue stranger = SmtpDialogue.greeted(world.gateway().smtp())) {
            stranger.say("MAIL FROM:<a@client.example>");
            assertThat(stranger.say("RCPT TO:<nobody@app.example>")).startsWith("550 5.1.1");
            assertThat(stranger.say("RCPT TO:<PostMaster@app.example>")).startsWith("250");
        }
    }
}

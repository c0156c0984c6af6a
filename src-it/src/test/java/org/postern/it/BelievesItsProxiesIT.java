package org.postern.it;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.io.IOException;

/** A load balancer at 127.0.0.2 says who its clients are, a filter at 127.0.0.3 for whom it speaks; nobody else is believed. */
@World.Shared
class BelievesItsProxiesIT {
    private static SmtpDialogue by(World world, String header) throws IOException {
        SmtpDialogue dialogue = SmtpDialogue.connectFrom("127.0.0.2", world.gateway().internal());
        dialogue.send(header.getBytes(US_ASCII));
        return dialogue;
    }

    private static String relaying(SmtpDialogue dialogue) throws IOException {
        assertThat(dialogue.hear()).startsWith("220");
        dialogue.say("EHLO client.example");
        dialogue.say("MAIL FROM:<a@client.example>");
        return dialogue.say("RCPT TO:<b@elsewhere.example>");
    }

    @Test
    void theClientBehindTheProxyIsTheOneWhoseRightsCount(World world) throws IOException {
        try (SmtpDialogue trusted = by(world, "PROXY TCP4 192.0.2.1 198.51.100.1 40000 25\r\n")) {
            assertThat(relaying(trusted)).startsWith("250");
        }
        try (SmtpDialogue stranger = by(world, "PROXY TCP4 203.0.113.1 198.51.100.1 40000 25\r\n")) {
            assertThat(relaying(stranger)).startsWith("550 5.7.1");
        }
    }

    @Test
    void nobodyElseIsHeardThere(World world) throws IOException {
        try (SmtpDialogue stranger = SmtpDialogue.connect(world.gateway().internal())) {
            assertThat(stranger.rest()).isEmpty();
        }
    }

    @Test
    void aHeaderWhereNoneIsExpectedIsACommandNobodyKnows(World world) throws IOException {
        try (SmtpDialogue dialogue = SmtpDialogue.connectFrom("127.0.0.2", world.gateway().smtp())) {
            dialogue.hear();
            assertThat(dialogue.say("PROXY TCP4 192.0.2.1 198.51.100.1 40000 25")).startsWith("50");
        }
    }

    @Test
    void xclientIsForThoseWhoMayAlone(World world) throws IOException {
        try (SmtpDialogue filter = SmtpDialogue.connectFrom("127.0.0.3", world.gateway().smtp())) {
            filter.hear();
            assertThat(filter.say("EHLO filter.example")).contains("XCLIENT");
            assertThat(filter.say("XCLIENT ADDR=192.0.2.7")).startsWith("220");
            assertThat(filter.say("EHLO client.example")).doesNotContain("XCLIENT");
            filter.say("MAIL FROM:<a@client.example>");
            assertThat(filter.say("RCPT TO:<b@elsewhere.example>")).startsWith("250");
        }
        try (SmtpDialogue stranger = SmtpDialogue.greeted(world.gateway().smtp())) {
            assertThat(stranger.say("XCLIENT ADDR=192.0.2.7")).startsWith("550");
        }
    }
}

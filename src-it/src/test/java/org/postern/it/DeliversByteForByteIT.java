package org.postern.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.it.harness.Application;
import org.postern.it.harness.ReceivedMessage;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The content that came is the content that goes, octet for octet, under one trace field on top. */
@World.Shared
class DeliversByteForByteIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** Octets of the attachment: the least, what is just a record of the broker's journal still and just no more, and much. */
    @ParameterizedTest
    @ValueSource(ints = {1, 150_000, 190_000, 200_000, 2 * 1024 * 1024})
    void anAttachmentReachesAnApplicationAndARemoteServerUnchanged(int octets, World world) throws IOException {
        String subject = "byte for byte, " + octets + " of them";
        byte[] content = SampleMail.withAttachment(subject, octets);
        String sent = new String(content, StandardCharsets.ISO_8859_1);
        String remote = world.remoteDomain("bytes" + octets + ".example");
        try (SmtpDialogue client = SmtpDialogue.connectFrom(World.TRUSTED, world.gateway().smtp())) {
            client.hear();
            client.say("EHLO inside.example");
            assertThat(client.say("MAIL FROM:<sender@client.example> BODY=8BITMIME SIZE=" + content.length))
                    .startsWith("250");
            assertThat(client.say("RCPT TO:<alice@app.example>")).startsWith("250");
            assertThat(client.say("RCPT TO:<bob@" + remote + ">")).startsWith("250");
            assertThat(client.say("DATA")).startsWith("354");
            assertThat(client.content(content)).startsWith("250 2.6.0");
        }

        ReceivedMessage relayed = world.remote().awaitText("SUBJECT: " + subject, LIMIT);
        assertThat(relayed.recipients()).containsExactly("RCPT TO:<bob@" + remote + ">");
        assertThat(relayed.mail()).startsWith("MAIL FROM:<sender@client.example>").contains("BODY=8BITMIME");
        assertThat(relayed.text()).startsWith("Received: from inside.example");
        assertThat(relayed.belowTraceField().equals(sent)).isTrue();

        Application.Mail local = world.application()
                .read("orders")
                .stream()
                .filter(m -> m.text().contains("SUBJECT: " + subject))
                .findFirst()
                .orElseThrow();
        assertThat(local.envelope()).startsWith("MAIL FROM:<sender@client.example>")
                .endsWith("RCPT TO:<alice@app.example>");
        assertThat(local.text()).startsWith("Received: from inside.example").contains(local.queueId());
        assertThat(ReceivedMessage.belowTraceField(local.text()).equals(sent)).isTrue();
    }
}

package org.postern.it.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.io.IOException;
import java.time.Duration;

/** What is accepted fits into the queues, however long its recipients are and however large its content is. */
@World.Shared
class TakesTheLongestEnvelopeIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String LONG = "x".repeat(55) + "@" + ("d".repeat(60) + ".").repeat(2) + "longest.example";
    /** Octets of an attachment that makes a content just short of what the broker keeps in its journal. */
    private static final int ATTACHMENT = 190_000;

    @Test
    @Told(what = "a recipient for whom the envelope has no room", reply = "452 4.5.3", trace = "the command")
    void recipientsThatFillTheEnvelope(World world) throws IOException {
        world.dns()
                .mx(LONG.substring(LONG.indexOf('@') + 1), 10, "mx.longest.example")
                .a("mx.longest.example",
                        World.REMOTE);
        byte[] content = SampleMail.withAttachment("the longest envelope", ATTACHMENT);
        int taken = 0;
        try (SmtpDialogue client = SmtpDialogue.connectFrom(World.TRUSTED, world.gateway().smtp())) {
            client.hear();
            client.say("EHLO client.example");
            client.say("MAIL FROM:<a@client.example>");
            String reply = client.say(rcpt(0));
            while (reply.startsWith("250") && taken < 1000) {
                reply = client.say(rcpt(++taken));
            }
            assertThat(reply).startsWith("452 4.5.3 Recipients too long");
            assertThat(client.say("DATA")).startsWith("354");
            assertThat(client.content(content)).startsWith("250");
            new Refused(world.console()).isTold(reply, "RCPT TO:");
        }
        assertThat(taken).isGreaterThan(400);
        int transactions = (taken + 99) / 100;
        assertThat(world.remote()
                .await(message -> message.text().contains("SUBJECT: the longest envelope"), transactions, LIMIT))
                .extracting(message -> message.recipients().size())
                .satisfies(sizes -> assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isGreaterThan(400));
    }

    private static String rcpt(int number) {
        return "RCPT TO:<%04d%s>".formatted(number, LONG);
    }
}

package org.postern.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postern.it.harness.ReceivedMessage;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.World;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an application puts on {@code postern.submit} is sent like any other mail, unchanged. */
@ExtendWith(World.Shared.class)
class SubmitsFromApplicationsIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void submittedMailReachesARemoteServerUnchanged(World world) {
        String remote = world.remoteDomain("submitted.example");
        byte[] content = SampleMail.withAttachment("from an application", 300_000);
        world.application().submit("app@app.example", "bob@" + remote, content);

        ReceivedMessage arrived = world.remote().awaitText("SUBJECT: from an application", LIMIT);
        assertThat(arrived.mail()).startsWith("MAIL FROM:<app@app.example>");
        assertThat(arrived.recipients()).containsExactly("RCPT TO:<bob@" + remote + ">");
        assertThat(arrived.text()).endsWith(new String(content, StandardCharsets.ISO_8859_1));
    }

    @Test
    void submittedMailCanBeForAnotherApplication(World world) {
        world.application().submit("", "alice@app.example", SampleMail.about("between applications"));
        assertThat(world.application().await("orders", "Subject: between applications", LIMIT).envelope())
                .isEqualTo("MAIL FROM:<> RCPT TO:<alice@app.example>");
    }

    @Test
    void whatGoesToManyIsHandedInAtAQueueOfItsOwn(World world) {
        String remote = world.remoteDomain("many.example");
        world.application()
                .submit("list@app.example", "bob@" + remote, SampleMail.about("to many"), "postern.submit.bulk");
        String trace = world.remote().awaitText("Subject: to many", LIMIT).text();
        Matcher id = Pattern.compile("\\bid ([0-9A-Z]{10,})").matcher(trace);
        assertThat(id.find()).isTrue();
        assertThat(world.console().awaitStory(id.group(1), "Delivered"))
                .contains("bulk: its application says so");
    }

    @Test
    void aRefusedRecipientIsReportedToTheApplicationsAddress(World world) {
        world.nextHop().alwaysSays("RCPT TO:<no-such@test.example>", "550 5.1.1 nobody");
        world.application().submit("alice@app.example", "no-such@test.example", SampleMail.about("to nobody"));
        assertThat(world.application()
                .await("orders", "Final-Recipient: rfc822; no-such@test.example", LIMIT)
                .envelope()).isEqualTo("MAIL FROM:<> RCPT TO:<alice@app.example>");
    }
}

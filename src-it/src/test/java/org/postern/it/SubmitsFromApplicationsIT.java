package org.postern.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.it.harness.Await;
import org.postern.it.harness.ReceivedMessage;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.World;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an application puts on {@code postern.submit} is sent like any other mail, unchanged. */
@World.Shared
class SubmitsFromApplicationsIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String QUEUE = "/subsystem=messaging-activemq/server=default/jms-queue=";

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
    void messagesWithoutANameAreNoDuplicatesOfEachOther(World world) {
        world.application().submitOddly("", "alice@app.example", "nameless", 500, 3, "nameless");
        String second = world.application().await("orders", "Subject: nameless 2.", LIMIT).text();
        assertThat(second).contains("Subject: nameless 2.");
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000, 400_000})
    void whatIsMalformedIsPutAsideWithAllOfItsBody(long octets, World world) {
        String sender = octets + "@odd.example";
        String queue = "aside-" + octets;
        world.application().submitOddly(sender, "alice@app.example", "malformed", octets, 1, "lf");
        String inDead = QUEUE + "postern.dead:%s(filter=\"postern_reversePath='" + sender + "'\"%s)";
        Await.until("it is in postern.dead", LIMIT,
                () -> world.gateway().manage(inDead.formatted("count-messages", "")).contains("=> 1L"));
        world.gateway()
                .manage(QUEUE + queue + ":add(entries=[java:/jms/queue/" + queue + "])",
                        inDead.formatted("move-messages", ",other-queue-name=" + queue));
        List<String> aside = world.application().sumUp(queue);
        assertThat(aside).singleElement().asString().startsWith(sender + " ").endsWith(" end");
        assertThat(Long.parseLong(aside.getFirst().split(" ", 3)[1])).isBetween(octets - 100, octets);
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

package org.postern.it.applications;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Await;
import org.postern.it.harness.LocalQueue;
import org.postern.it.harness.ReceivedMessage;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** An application hears at its JMSReplyTo what becomes of what it has handed in, of each recipient, in documents by the published schema. */
@World.Shared
class TellsWhatBecameOfASubmissionIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final EventSchema SCHEMA = EventSchema.published();

    private static List<HeardEvent> hear(World world, String... words) {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        List<HeardEvent> heard = HeardEvent.of(world.application().hear(all.toArray(String[]::new)));
        assertThat(heard).allSatisfy(event -> {
            assertThat(SCHEMA.faults(event.document())).isEmpty();
            assertThat(event.says("kind")).isEqualTo(event.kind());
            assertThat(event.says("key")).isEqualTo(event.key());
            assertThat(event.says("correlation")).isEqualTo(event.correlation());
            assertThat(event.document().getString("recipient", "null")).isEqualTo(event.recipient());
        });
        return heard;
    }

    private static HeardEvent only(List<HeardEvent> heard, String kind) {
        List<HeardEvent> such = heard.stream().filter(event -> event.kind().equals(kind)).toList();
        assertThat(such).hasSize(1);
        return such.getFirst();
    }

    @Test
    void whatThePageShowsIsAnEvent() {
        String shown = Page.of("applications/events.md").only("The document", "json");
        try (JsonReader reader = Json.createReader(new StringReader(shown))) {
            assertThat(SCHEMA.faults(reader.readObject())).isEmpty();
        }
    }

    @Test
    void eachRecipientHasItsEnd(World world) {
        world.nextHop().alwaysSays("RCPT TO:<gone.told@test.example>", "550 5.1.1 no such user");
        List<HeardEvent> heard = hear(world, "from=alice@app.example",
                "to=bob.told@test.example,gone.told@test.example",
                "subject=two ends", "correlation=order 7", "count=3");
        assertThat(heard).extracting(HeardEvent::toString)
                .startsWith("accepted null")
                .containsExactlyInAnyOrder("accepted null", "delivered bob.told@test.example",
                        "failed gone.told@test.example");
        assertThat(heard).allSatisfy(event -> {
            assertThat(event.correlation()).isEqualTo("order 7");
            assertThat(event.says("reversePath")).isEqualTo("alice@app.example");
            assertThat(event.says("queueId")).isEqualTo(heard.getFirst().says("queueId"));
        });
        HeardEvent failed = only(heard, "failed");
        assertThat(failed.says("status")).isEqualTo("5.1.1");
        assertThat(failed.says("reply")).isEqualTo("550 5.1.1 no such user");
        assertThat(failed.says("class")).isEqualTo("bad mailbox");
        assertThat(failed.says("host")).contains("127.0.0.1");
        assertThat(only(heard, "delivered").says("status")).startsWith("2.");
        assertThat(world.application().await("orders", "Final-Recipient: rfc822; gone.told@test.example", LIMIT).text())
                .contains("Original-Envelope-Id: order 7");
        assertThat(world.console().awaitStory(failed.says("queueId"), "Submitted")).contains("correlation order 7");
    }

    @Test
    void anotherApplicationsQueueIsAnEndToo(World world) {
        List<HeardEvent> heard = hear(world, "from=shop@app.example", "to=alice@app.example", "subject=to a neighbour",
                "reply=told.neighbour", "count=2");
        assertThat(heard).extracting(HeardEvent::toString)
                .containsExactly("accepted null",
                        "delivered alice@app.example");
        assertThat(heard.getFirst().correlation()).startsWith("ID:");
        assertThat(world.application().await("orders", "Subject: to a neighbour", LIMIT).envelope())
                .startsWith("MAIL FROM:<shop@app.example>")
                .doesNotContain("POSTERN", "told.neighbour");
    }

    @Test
    void theSinkIsAnEndAsAnyServerIs(World world) {
        world.route("sink.example", "sink");
        world.route("no.sink.example", "sink:refuse=100%");
        List<HeardEvent> heard = hear(world, "from=shop@app.example",
                "to=bob@sink.example,gone@no.sink.example", "subject=a test", "reply=told.sink", "count=3");
        assertThat(heard).extracting(HeardEvent::toString)
                .startsWith("accepted null")
                .containsExactlyInAnyOrder("accepted null", "delivered bob@sink.example",
                        "failed gone@no.sink.example");
        assertThat(only(heard, "failed").says("status")).isEqualTo("5.1.1");
        assertThat(only(heard, "delivered").says("host")).startsWith("sink");
    }

    @Test
    void delaysAreToldToThoseWhoAskAndTheEndOfPatienceToAll(World world) {
        world.nextHop().alwaysSays("RCPT TO:<full.told@test.example>", "452 4.2.2 mailbox full");
        List<HeardEvent> heard = hear(world, "from=", "to=full.told@test.example", "subject=never now", "events=all",
                "life=4000",
                "count=20", "patience=8000");
        assertThat(heard).extracting(HeardEvent::kind)
                .startsWith("accepted", "deferred")
                .endsWith("deferred", "expired");
        List<HeardEvent> delays = heard.stream().filter(event -> event.kind().equals("deferred")).toList();
        assertThat(delays).hasSize(heard.size() - 2).extracting(HeardEvent::key).doesNotHaveDuplicates();
        assertThat(delays).allSatisfy(event -> {
            assertThat(event.says("reply")).isEqualTo("452 4.2.2 mailbox full");
            assertThat(event.says("next")).isGreaterThan(event.says("at"));
            assertThat(event.says("status")).isEqualTo("4.2.2");
        });
        assertThat(heard.getLast().says("status")).isEqualTo("5.4.7");
    }

    @Test
    void whatIsInQuarantineIsToldAndWhatComesOfIt(World world) {
        List<HeardEvent> first = hear(world, "from=suspect@told.example", "to=bob.suspect@test.example",
                "subject=suspicious", "field=X-Spam-Flag: YES", "reply=told.quarantine", "count=2");
        assertThat(first).extracting(HeardEvent::toString)
                .containsExactly("accepted null", "quarantined bob.suspect@test.example");
        assertThat(new LocalQueue(world.gateway()).operate("release", "expect", "1", "text", "suspect@told.example",
                "reason", "quarantined", "by", "alice").get(3)).isEqualTo("1");
        assertThat(hear(world, "reply=told.quarantine")).extracting(HeardEvent::toString)
                .containsExactly("delivered bob.suspect@test.example");
    }

    @Test
    void aBounceThatComesLaterIsTold(World world) throws IOException {
        List<HeardEvent> first = hear(world, "from=news@writers.example", "to=bob.returned@test.example",
                "subject=comes back", "correlation=issue 12", "reply=told.returned", "count=2");
        assertThat(first).extracting(HeardEvent::kind).containsExactly("accepted", "delivered");
        String mail = world.nextHop().awaitText("Subject: comes back", LIMIT).mail();
        String path = mail.substring(mail.indexOf('<') + 1, mail.indexOf('>'));
        assertThat(path).startsWith("bounce-");
        assertThat(SmtpDialogue.hand(world.gateway().smtp(), "", path, bounce())).startsWith("250");
        List<HeardEvent> later = hear(world, "reply=told.returned");
        assertThat(later).extracting(HeardEvent::toString).containsExactly("returned bob.returned@test.example");
        assertThat(later.getFirst().correlation()).isEqualTo("issue 12");
        assertThat(later.getFirst().says("class")).isEqualTo("full");
        assertThat(later.getFirst().says("queueId")).isEqualTo(first.getFirst().says("queueId"));
        assertThat(SmtpDialogue.hand(world.gateway().smtp(), "", path, bounce())).startsWith("250");
        assertThat(hear(world, "reply=told.returned", "patience=6000")).isEmpty();
    }

    private static byte[] bounce() {
        return """
                From: MAILER-DAEMON@mx.test.example
                Subject: Undelivered mail
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                Sorry.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.test.example

                Final-Recipient: rfc822; Bob.Returned@test.example
                Action: failed
                Status: 5.2.2
                Diagnostic-Code: smtp; 552 5.2.2 mailbox full
                --b--
                """.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void aRefusedSubmissionIsToldUnlessNobodyWantsThat(World world) {
        assertThat(hear(world, "from=", "to=x@@y", "subject=refused", "reply=told.refused", "events=final"))
                .extracting(HeardEvent::kind)
                .containsExactly("refused");
        assertThat(only(hear(world, "from=", "to=a@test.example", "subject=refused", "reply=told.refused",
                "events=everything"), "refused").says("reason")).startsWith("postern_events is ");
        assertThat(hear(world, "from=", "to=x@@y", "subject=refused", "reply=told.refused", "events=delivered",
                "patience=2000")).isEmpty();
    }

    @Test
    void ofSomeSendersItIsAlwaysToldAsConfigured(World world) {
        world.nextHop().alwaysSays("RCPT TO:<gone.standing@test.example>", "550 5.1.1 no such user");
        String[] mail = {"from=robot@standing.example", "to=a.standing@test.example,gone.standing@test.example",
                "subject=standing"};
        world.application()
                .submit("robot@standing.example", "gone.standing@test.example",
                        SampleMail.about("standing by itself"));
        assertThat(hear(world, "reply=told.standing", "count=2")).extracting(HeardEvent::toString)
                .containsExactly("accepted null", "failed gone.standing@test.example");
        assertThat(hear(world, mail[0], mail[1], mail[2], "reply=told.asked", "events=delivered"))
                .extracting(HeardEvent::toString)
                .containsExactly("delivered a.standing@test.example");
        assertThat(hear(world, "reply=told.standing", "count=2")).extracting(HeardEvent::toString)
                .containsExactly("accepted null", "failed gone.standing@test.example");
    }

    @Test
    void aSelectorChoosesWhatIsHeard(World world) {
        world.nextHop().alwaysSays("RCPT TO:<gone.chosen@test.example>", "550 5.1.1 no such user");
        assertThat(hear(world, "from=", "to=a.chosen@test.example,gone.chosen@test.example,b.chosen@test.example",
                "subject=chosen", "correlation=chosen-1", "selector=postern_event = 'delivered'"
                        + " AND postern_recipient = 'b.chosen@test.example' AND JMSCorrelationID = 'chosen-1'",
                "count=2", "patience=3000")).extracting(HeardEvent::toString)
                .containsExactly("delivered b.chosen@test.example");
    }

    @Test
    void whatIsRolledBackNeverWas(World world) {
        assertThat(hear(world, "from=", "to=bob.back@test.example", "subject=rolled back", "end=rollback",
                "patience=3000")).isEmpty();
        assertThat(world.nextHop().received()).extracting(ReceivedMessage::text)
                .noneMatch(text -> text.contains("Subject: rolled back"));
    }

    @Test
    void aTemporaryQueueThatIsGoneHoldsNothingUpAndIsNotMadeAnew(World world) {
        int before = temporary(world);
        hear(world, "from=", "to=bob.gone@test.example", "subject=nobody listens", "end=leave");
        world.nextHop().awaitText("Subject: nobody listens", LIMIT);
        Await.until("no temporary queue is left", LIMIT, () -> temporary(world) <= before);
    }

    private static int temporary(World world) {
        String names = world.gateway()
                .manage("/subsystem=messaging-activemq/server=default:read-children-names(child-type=core-address)");
        return (int) names.lines().filter(line -> line.contains("tempqueue")).count();
    }

    @Test
    void aPlaceThatIsFullHoldsNothingUp(World world) {
        for (String policy : List.of("FAIL", "BLOCK")) {
            String place = "told." + policy.toLowerCase(Locale.ROOT);
            world.gateway()
                    .manage("/subsystem=messaging-activemq/server=default/address-setting=jms.queue." + place
                            + ":add(auto-create-queues=true, address-full-policy=" + policy + ", max-size-bytes=1)");
            for (int i = 0; i < 3; i++) {
                hear(world, "from=", "to=bob." + policy + "@test.example", "subject=no room " + policy + i + ".",
                        "reply=" + place, "count=0");
            }
            for (int i = 0; i < 3; i++) {
                world.nextHop().awaitText("Subject: no room " + policy + i + ".", LIMIT);
            }
        }
        assertThat(world.gateway().log()).contains("POSTERN2115");
    }

    @Test
    void nothingIsToldWhereItMayNotGo(World world) {
        hear(world, "from=", "to=bob.forbidden@test.example", "subject=forbidden", "reply=orders", "count=0");
        world.nextHop().awaitText("Subject: forbidden", LIMIT);
        assertThat(world.application().read("orders")).noneMatch(mail -> mail.text().contains("accepted"));
    }
}

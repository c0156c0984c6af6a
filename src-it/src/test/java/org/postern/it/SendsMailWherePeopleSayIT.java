package org.postern.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.Application;
import org.postern.it.harness.Await;
import org.postern.it.harness.LocalQueue;
import org.postern.it.harness.Ports;
import org.postern.it.harness.ReceivedMessage;
import org.postern.it.harness.RecordingServer;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.World;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Routes, aliases and lists are told to a gateway that runs, and count within seconds. */
@World.Shared
class SendsMailWherePeopleSayIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static String rcpt(World world, String address) {
        try (SmtpDialogue stranger = SmtpDialogue.greeted(world.gateway().smtp())) {
            stranger.say("MAIL FROM:<sender@test.example>");
            return stranger.say("RCPT TO:<" + address + ">");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitReply(World world, String address, String reply) {
        Await.until(address + " is answered " + reply, LIMIT, () -> rcpt(world, address).startsWith(reply));
    }

    private static void route(World world, String recipient, String to) {
        LocalQueue.ofRoutes(world.gateway()).ask("add", "recipient", recipient, "to", to, "remark", "a test");
    }

    private static void alias(World world, String address, String members, String owner) {
        LocalQueue.ofRoutes(world.gateway()).ask("alias", "address", address, "members", members, "owner", owner);
    }

    /** {@return the name of the message} */
    private static String hand(World world, String to, String subject) throws IOException {
        String reply = SmtpDialogue.hand(world.gateway().smtp(), "sender@test.example", to, SampleMail.about(subject));
        assertThat(reply).startsWith("250");
        return reply.substring(reply.lastIndexOf(' ') + 1);
    }

    @Test
    void aRouteCountsWithinSecondsAndTheTraceSaysSo(World world) throws IOException {
        assertThat(rcpt(world, "x@routed.example")).startsWith("550 5.7.1");
        route(world, "routed.example", world.nextHop().destination());
        awaitReply(world, "x@routed.example", "250");
        String id = hand(world, "x@routed.example", "by a route of the database");
        world.nextHop().awaitText("Subject: by a route of the database", LIMIT);
        assertThat(world.console().awaitStory(id, "Delivered")).containsPattern("route [0-9]+ \\(to routed.example\\)");
    }

    @Test
    void aSmartHostThatIsDownIsPassedOver(World world) throws IOException {
        String up = world.nextHop().destination().substring("host:".length());
        route(world, "smart.example", "smart:127.0.0.1:" + Ports.free() + ";" + up);
        awaitReply(world, "x@smart.example", "250");
        hand(world, "x@smart.example", "by the second smart host");
        world.nextHop().awaitText("Subject: by the second smart host", LIMIT);
    }

    @Test
    void smartHostsOfOneRankShareTheMailByWeightAndStandInForEachOther(World world) throws IOException {
        try (RecordingServer heavy = RecordingServer.start(); RecordingServer light = RecordingServer.start()) {
            route(world, "weighed.example", "smart:127.0.0.1:" + heavy.port() + "*4,127.0.0.1:" + light.port());
            awaitReply(world, "x@weighed.example", "250");
            for (int n = 0; n < 60; n++) {
                hand(world, "x@weighed.example", "weighed " + n);
            }
            Await.until("all of it has arrived", LIMIT, () -> heavy.received().size() + light.received().size() == 60);
            assertThat(light.received()).isNotEmpty().hasSizeLessThan(heavy.received().size());

            heavy.down();
            for (int n = 0; n < 10; n++) {
                hand(world, "x@weighed.example", "by the light one " + n);
            }
            light.await(message -> message.text().contains("Subject: by the light one"), 10, LIMIT);

            heavy.up();
            Await.until("the heavy one is asked again", LIMIT, () -> {
                hand(world, "x@weighed.example", "by the heavy one");
                return heavy.received().stream().anyMatch(m -> m.text().contains("Subject: by the heavy one"));
            });
        }
    }

    @Test
    void aSubscriberOfATopicGetsMailWholeEvenIfItWasAway(World world) throws IOException {
        route(world, "topic.example", "topic:news");
        awaitReply(world, "x@topic.example", "250");
        assertThat(world.application().read("topic:news")).isEmpty();
        byte[] content = SampleMail.about("for subscribers", 600_000);
        String reply = SmtpDialogue.hand(world.gateway().smtp(), "sender@test.example", "x@topic.example", content);
        Application.Mail mail = world.application().await("topic:news", "Subject: for subscribers", LIMIT);
        assertThat(reply).contains(mail.queueId());
        assertThat(mail.envelope()).isEqualTo("MAIL FROM:<sender@test.example> RCPT TO:<x@topic.example>");
        assertThat(ReceivedMessage.belowTraceField(mail.text()))
                .isEqualTo(new String(content, StandardCharsets.ISO_8859_1));
    }

    @Test
    void whatWasHeldForWantOfAWayIsStillKnownByItsListener(World world) throws IOException {
        LocalQueue routes = LocalQueue.ofRoutes(world.gateway());
        route(world, "later.example", "refuse");
        alias(world, "wayless@alias.example", "ann@later.example", "");
        awaitReply(world, "wayless@alias.example", "250");
        String id = hand(world, "wayless@alias.example", "no way yet");
        world.console().awaitStory(id, "add a route or change it");
        String route = routes.ask("list")
                .stream()
                .filter(line -> line.contains("later.example"))
                .findFirst()
                .orElseThrow()
                .getFirst();
        routes.ask("change", "id", route, "recipient", "later.example", "listener", "mx", "to",
                world.nextHop().destination());
        awaitReply(world, "x@later.example", "250");
        new LocalQueue(world.gateway()).operate("release", "expect", "1", "text", "ann@later.example", "by", "alice");
        assertThat(world.nextHop().awaitText("Subject: no way yet", LIMIT).recipients().getFirst())
                .contains("<ann@later.example>");
    }

    @Test
    void aRefusalIsGivenInItsOwnWordsAndADiscardInNone(World world) throws IOException {
        route(world, "moved.example", "refuse:550 5.1.6 Write to new.example");
        route(world, "gone.example", "discard");
        route(world, "all.example", "topic:everything");
        awaitReply(world, "x@moved.example", "550 5.1.6 Write to new.example");
        awaitReply(world, "x@all.example", "250");
        assertThat(world.console().awaitStory(hand(world, "x@gone.example", "thrown away"), "Dropped"))
                .contains("discarded by route");
        assertThat(world.console().awaitStory(hand(world, "x@all.example", "for all"), "Handed over"))
                .contains("topic everything");
    }

    @Test
    void anAliasStandsForOthersAndNobodyElseIsThere(World world) throws IOException {
        alias(world, "Sales@alias.example", "ann-a@test.example,bob-a@test.example", "");
        awaitReply(world, "sales@alias.example", "250");
        assertThat(rcpt(world, "nobody@alias.example")).startsWith("550 5.1.1");
        String id = hand(world, "sales+eu@alias.example", "to an alias");
        ReceivedMessage message = world.nextHop().awaitText("Subject: to an alias", LIMIT);
        assertThat(message.mail()).contains("<sender@test.example>");
        assertThat(message.recipients()).hasSize(2).anySatisfy(to -> assertThat(to).contains("ann-a@test.example"));
        assertThat(world.console().awaitStory(id, "Delivered")).contains("alias sales@alias.example");
    }

    @Test
    void aListSendsReportsToItsOwnerAndShowsItsMembersToFriends(World world) throws IOException {
        alias(world, "staff@list.example", "ann-l@test.example,bob-l@test.example", "boss@test.example");
        awaitReply(world, "staff@list.example", "250");
        hand(world, "staff@list.example", "to a list");
        ReceivedMessage message = world.nextHop().awaitText("Subject: to a list", LIMIT);
        assertThat(message.mail()).contains("<boss@test.example>");
        assertThat(message.recipients()).hasSize(2);
        try (SmtpDialogue friend = SmtpDialogue.connectFrom(World.TRUSTED, world.gateway().smtp())) {
            friend.hear();
            friend.say("EHLO inside.example");
            assertThat(friend.say("EXPN staff@list.example")).contains("ann-l@test.example", "bob-l@test.example");
        }
    }

    @Test
    void whoWantsToHearOfSuccessHearsThatAnAliasWasExpanded(World world) throws IOException {
        alias(world, "wide@alias.example", "ann-w@test.example,bob-w@test.example", "");
        awaitReply(world, "wide@alias.example", "250");
        try (SmtpDialogue sender = SmtpDialogue.greeted(world.gateway().smtp())) {
            sender.say("MAIL FROM:<waiting@test.example>");
            assertThat(sender.say("RCPT TO:<wide@alias.example> NOTIFY=SUCCESS")).startsWith("250");
            sender.say("DATA");
            assertThat(sender.content(SampleMail.about("tell me"))).startsWith("250");
        }
        assertThat(world.nextHop().awaitText("Action: expanded", LIMIT).text()).contains("wide@alias.example");
    }

    @Test
    void whatIsWrongIsSaidAndWhereMailWouldGoIsToldBeforehand(World world) {
        LocalQueue routes = LocalQueue.ofRoutes(world.gateway());
        assertThatThrownBy(() -> routes.ask("add", "recipient", "a..b", "to", "mx")).hasMessageContaining("a..b");
        assertThatThrownBy(() -> routes.ask("add", "recipient", "a.example", "to", "queue:postern.events"))
                .hasMessageContaining("the gateway's own");
        assertThatThrownBy(() -> routes.ask("alias", "address", "a@a.example", "members", "nobody"))
                .hasMessageContaining("nobody");
        List<List<String>> where = routes.ask("where", "from", "me@home.example", "to", "orders@app.example");
        assertThat(where.toString()).contains("taken from everyone", "queue:orders", "of the file (to app.example)");
    }

    @Test
    void theConsoleShowsThemAndAnswersThatQuestionToo(World world) {
        route(world, "shown.example", "host:shown-host.example");
        alias(world, "shown@alias.example", "ann-s@test.example", "");
        assertThat(world.console().read("routes")).contains("shown.example", "host:shown-host.example",
                "route 2 of the file (to app.example): queue:orders");
        assertThat(world.console().read("aliases?after=shown")).contains("shown@alias.example", "ann-s@test.example");
        assertThat(world.console().read("routes?from=me@home.example&to=orders@app.example&listener=mx"))
                .contains("taken from everyone", "queue:orders: route 2 of the file (to app.example)");
    }

    @Test
    void whoIsNamedSeveralTimesAndByAnAliasToGetsTheMessageOnce(World world) throws IOException {
        route(world, "once.example", world.nextHop().destination());
        awaitReply(world, "x@once.example", "250");
        alias(world, "once@alias.example", "x@once.example,y@once.example", "");
        awaitReply(world, "once@alias.example", "250");
        try (SmtpDialogue client = SmtpDialogue.greeted(world.gateway().smtp())) {
            client.say("MAIL FROM:<sender@test.example>");
            for (String recipient : List.of("x@once.example", "once@alias.example", "\"x\"@once.example",
                    "x@once.example",
                    "once@alias.example", "alice@app.example", "\"alice\"@app.example")) {
                assertThat(client.say("RCPT TO:<" + recipient + ">")).startsWith("250");
            }
            client.say("DATA");
            assertThat(client.content(SampleMail.about("to each once"))).startsWith("250");
        }
        ReceivedMessage arrived = world.nextHop().awaitText("Subject: to each once", LIMIT);
        assertThat(arrived.recipients()).containsExactlyInAnyOrder("RCPT TO:<x@once.example>",
                "RCPT TO:<y@once.example> ORCPT=rfc822;once@alias.example");
        Application.Mail handedOver = world.application().await("orders", "Subject: to each once", LIMIT);
        assertThat(handedOver.envelope()).isEqualTo("MAIL FROM:<sender@test.example> RCPT TO:<alice@app.example>");
    }

    @Test
    void mailForAPostmasterThatNobodyReadsWaitsAndIsSaidSo(World world) throws IOException {
        String id = hand(world, "postmaster@gateway.example", "for whoever reads it");
        assertThat(world.console().awaitStory(id, "nobody reads the mail of the postmaster"))
                .contains("set gateway.postmaster, or make an alias or a route for it");
        assertThat(world.console().read("queues")).contains("Nobody reads mail for postmaster@gateway.example");
        assertThat(world.gateway().log()).contains("POSTERN2033");
    }
}

package org.postern.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Await;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.ReceivedMessage;
import org.postern.it.harness.RecordingServer;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Large content lies in a file of its own from its arrival on, and the file goes with the message: not before, and not much later. */
@Order(1)
class WritesLargeContentOnceIT {
    private static final int OCTETS = 1 << 20;
    private static final String ID = "folder.id";
    private static final int SESSIONS = 1;
    private static final int MESSAGES = 3;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String QUEUE = "/subsystem=messaging-activemq/server=default/jms-queue=";
    private static final RecordingServer NEXT_HOP = RecordingServer.start();
    private static final Gateway GATEWAY = Gateway.plan("contents").configuration("""
            [[route]]
            recipient = "test.example"
            to = "%s"
            [settings]
            "retry.schedule" = "1s,1s,1s,1s,1s,1s,1s,1s"
            "delivery.back-off" = "1s"
            "delivery.longest-back-off" = "1s"
            "delivery.sessions" = %d
            """.formatted(NEXT_HOP.destination(), SESSIONS)).start();

    @AfterAll
    static void end() {
        GATEWAY.close();
        NEXT_HOP.close();
    }

    /** However it ended, the next test finds nothing. */
    @AfterEach
    void nothingIsLeft() {
        NEXT_HOP.saysYesAgain();
        Await.until("no content is left", LIMIT, () -> files("content").isEmpty() && files("spool").isEmpty());
    }

    private static List<Path> files(String folder) {
        Path place = GATEWAY.data().resolve(folder);
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(file -> !file.endsWith(ID)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] mail(String subject) {
        return SampleMail.withAttachment(subject, OCTETS);
    }

    /** The first is on its way and gets no reply to MAIL, so the others wait in the queue. */
    private static void handInBehindSilence(String subject) throws IOException {
        NEXT_HOP.alwaysSays("MAIL", RecordingServer.SILENCE);
        for (int i = 0; i < MESSAGES; i++) {
            assertThat(SmtpDialogue.hand(GATEWAY.smtp(), "a@client.example", "b@test.example",
                    mail(subject + " " + i + "."))).startsWith("250");
        }
        NEXT_HOP.awaitSilence(SESSIONS, LIMIT);
        assertThat(files("content")).hasSize(MESSAGES);
        assertThat(files("spool")).isEmpty();
        assertThat(files("journal/large")).isEmpty();
    }

    private static void assertThatAllArriveUnchanged(String subject) {
        for (int i = 0; i < MESSAGES; i++) {
            String one = subject + " " + i + ".";
            ReceivedMessage relayed = NEXT_HOP.awaitText("SUBJECT: " + one, LIMIT);
            String sent = new String(mail(one), StandardCharsets.ISO_8859_1);
            assertThat(relayed.belowTraceField().equals(sent)).as(one).isTrue();
        }
    }

    @Test
    void whatWaitsInTheQueueSurvivesAKillAndWhatTheKillHasLeftOverGoes() throws IOException {
        handInBehindSilence("killed");
        GATEWAY.kill();
        Path kept = files("content").getFirst();
        String ofTheKilledRun = kept.getFileName().toString().replaceFirst("-[^-]*-[^-]*$", "-2y-3x");
        Path orphan = Files.write(kept.resolveSibling(ofTheKilledRun), new byte[1000]);
        Files.write(GATEWAY.data().resolve("spool/out-" + UUID.randomUUID() + "-" + UUID.randomUUID()), new byte[1000]);
        GATEWAY.start();
        Await.until("what no message refers to is gone", LIMIT, () -> !Files.exists(orphan));
        assertThat(files("content")).hasSize(MESSAGES);
        assertThat(files("spool")).isEmpty();
        NEXT_HOP.saysYesAgain();
        NEXT_HOP.goesOn(RecordingServer.NOTHING);
        assertThatAllArriveUnchanged("killed");
    }

    @Test
    void whatIsPutAsideHasAllOfItsContentAndCanBeBroughtBack() throws IOException {
        handInBehindSilence("aside");
        GATEWAY.manage(QUEUE + "postern.outgoing:move-messages(other-queue-name=postern.dead)");
        Await.until("those in postern.dead need no file", LIMIT, () -> files("content").size() == SESSIONS);
        assertThat(files("journal/large")).hasSize(MESSAGES - SESSIONS);
        NEXT_HOP.saysYesAgain();
        NEXT_HOP.goesOn(RecordingServer.NOTHING);
        GATEWAY.manage(QUEUE + "postern.dead:move-messages(other-queue-name=postern.outgoing)");
        assertThatAllArriveUnchanged("aside");
    }

    @Test
    void whatHasNoContentAnyMoreIsPutAsideAndKeepsNothingWaiting() throws IOException {
        handInBehindSilence("lost");
        for (Path file : files("content")) {
            Files.delete(file);
        }
        NEXT_HOP.saysYesAgain();
        NEXT_HOP.goesOn("250 2.1.0 Ok");
        Await.until("they are in postern.dead", LIMIT,
                () -> GATEWAY.manage(QUEUE + "postern.dead:count-messages").contains("=> " + MESSAGES + "L"));
        assertThat(GATEWAY.log()).contains("POSTERN2105");
        assertThat(SmtpDialogue.hand(GATEWAY.smtp(), "a@client.example", "b@test.example", mail("after."))).startsWith(
                "250");
        NEXT_HOP.awaitText("SUBJECT: after.", LIMIT);
        GATEWAY.manage(QUEUE + "postern.dead:remove-messages");
    }
}

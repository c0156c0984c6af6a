package org.postern.it.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.Await;
import org.postern.it.harness.RecordingServer;
import org.postern.it.harness.SampleMail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The process is killed while deliveries stand at every phase, held there by their servers: nothing is lost, and nothing arrives twice
 * but where the reply to the content was on its way.
 */
class LosesNothingWhenKilledIT {
    private static final List<String> PHASES = List.of(RecordingServer.CONNECT, "EHLO", "MAIL", "RCPT", "DATA",
            RecordingServer.WITHIN, RecordingServer.CONTENT);
    /** So many of those phases that last for milliseconds: the kill meets them in the middle, before and after. */
    private static final int MANY = 10;
    private static final int LARGE = 8_000_000;

    private static final String PATIENCE = """
            "delivery.sessions" = 100
            """;
    private static final String PARKED = """
            [[retry-rule]]
            recipient = "parked.example"
            schedule = "5s"
            """;

    private record Held(String phase, Sent sent, RecordingServer server) {}

    private static Held held(Outside outside, String name, String step) throws IOException {
        RecordingServer server = outside.exchanger(name + ".example").says(step, RecordingServer.SILENCE);
        byte[] content = step.equals(RecordingServer.WITHIN) ? SampleMail.about(name, LARGE) : SampleMail.about(name);
        return new Held(name, outside.hand(name, "", content, List.of("b@" + name + ".example")), server);
    }

    private static List<Held> many(Outside outside, String name, String step) throws IOException {
        List<Held> many = new ArrayList<>();
        for (int number = 0; number < MANY; number++) {
            many.add(held(outside, name + "-" + number, step));
        }
        return many;
    }

    private static void letGoOn(List<Held> held, String reply) {
        held.forEach(one -> one.server().awaitSilence(1, Outside.LIMIT));
        held.forEach(one -> one.server().goesOn(reply));
    }

    @Test
    @Scenario(when = "kill -9 before MAIL, at RCPT, at DATA, within the content, behind it before the reply, or while parked", then = "tried again after the start; arrives once", trace = "goes on where it stood")
    @Scenario(when = "kill -9 as the reply to the content arrives", then = "arrives once, or twice where the kill came before the reply was kept", trace = "goes on where it stood")
    @Scenario(when = "kill -9 as a refusal arrives and the notice is written", then = "tried again after the start, unless the notice is kept", sender = "one notice", trace = "goes on where it stood")
    void everyPhaseOfADeliverySurvivesAKill() throws IOException {
        try (Outside outside = new Outside("killed", PARKED, PATIENCE)) {
            RecordingServer later = outside.exchanger("parked.example").says("RCPT", "451 4.3.0 later");
            Sent parked = outside.hand("parked", "b@parked.example");
            List<Held> held = new ArrayList<>();
            for (String phase : PHASES) {
                held.add(held(outside, "at-" + phase.toLowerCase(Locale.ROOT), phase));
            }
            List<Held> replied = many(outside, "replied", RecordingServer.CONTENT);
            List<Held> refused = many(outside, "refused", "RCPT");
            held.forEach(one -> one.server().awaitSilence(1, Outside.LIMIT));
            parked.trace("451 4.3.0 later");
            outside.home().down();
            letGoOn(replied, "250 2.0.0 taken");
            refused.forEach(one -> one.server().alwaysSays("RCPT", "550 5.1.1 nobody"));
            letGoOn(refused, "550 5.1.1 nobody");
            Await.until("the refusals are on their way", Outside.LIMIT,
                    () -> refused.stream().allMatch(one -> one.server().heard("DATA") > 0));
            outside.gateway().kill();

            outside.home().up();
            outside.startAgain();
            parked.delivered();
            assertThat(later.received()).hasSize(1);
            for (Held one : held) {
                one.sent().delivered();
                assertThat(one.server().received()).as(one.phase()).hasSize(1);
            }
            for (Held one : replied) {
                one.sent().delivered();
                assertThat(one.server().received()).as(one.phase()).hasSizeBetween(1, 2);
            }
            refused.forEach(one -> one.sent().report());
            System.out.printf("killed as %d replies arrived: %d of the messages arrived twice%n", MANY,
                    replied.stream().filter(one -> one.server().received().size() == 2).count());
        }
    }
}

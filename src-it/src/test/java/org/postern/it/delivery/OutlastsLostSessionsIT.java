package org.postern.it.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.it.harness.RecordingServer;
import org.postern.it.harness.SampleMail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Servers that leave, or say nothing, or say that they leave, at each step: it is tried again, and arrives once. */
@Outside.Shared
class OutlastsLostSessionsIT {
    private static final List<String> STEPS = List.of(RecordingServer.CONNECT, "EHLO", "MAIL", "RCPT", "DATA",
            RecordingServer.WITHIN);
    /** More than the buffers of a connection hold, so that the server leaves in the middle. */
    private static final int LARGE = 8_000_000;

    private record Attempted(Sent sent, RecordingServer server) {}

    /** Hands a message to a server for each step, which says this there at first. */
    private static Map<String, Attempted> atEach(Outside outside, List<String> steps, String kind, String reply)
            throws IOException {
        Map<String, Attempted> attempted = new LinkedHashMap<>();
        for (String step : steps) {
            String name = kind + "-" + step.toLowerCase(Locale.ROOT);
            RecordingServer server = outside.exchanger(name + ".example").says(step, reply);
            byte[] content = step.equals(RecordingServer.WITHIN)
                    ? SampleMail.about(name, LARGE)
                    : SampleMail.about(name);
            attempted.put(step, new Attempted(
                    outside.hand(name, "", content, List.of("b@" + name + ".example")), server));
        }
        return attempted;
    }

    @Test
    @Scenario(when = "the server ends the connection: at once, at EHLO, MAIL, RCPT, DATA, within the content", then = "tried again; arrives once", trace = "451 4.4.1 or 4.4.2, and at which step")
    void aServerThatLeavesIsAskedAgain(Outside outside) throws IOException {
        atEach(outside, STEPS, "leaves", RecordingServer.NOTHING).forEach((step, one) -> {
            assertThat(one.sent().delivered()).as(step).containsPattern("451 4\\.4\\.[12]").contains("attempt 2");
            assertThat(one.server().received()).as(step).hasSize(1);
        });
    }

    @Test
    @Scenario(when = "the server is silent instead of its greeting, or at EHLO, MAIL, RCPT, DATA, within the content, behind it", then = "left when the time of that step is over, and tried again", trace = "451 4.4.1 or 4.4.2, and at which step")
    void aServerThatIsSilentIsLeft(Outside outside) throws IOException {
        List<String> steps = new ArrayList<>(STEPS);
        steps.add(RecordingServer.CONTENT);
        atEach(outside, steps, "silent", RecordingServer.SILENCE).forEach((step, one) -> {
            assertThat(one.sent().delivered()).as(step).containsPattern("451 4\\.4\\.[12]").contains("attempt 2");
            assertThat(one.server().received()).as(step).hasSize(1);
        });
    }

    @Test
    @Scenario(when = "the server says 421 instead of its greeting, or at EHLO, MAIL, RCPT, DATA, behind the content", then = "tried again; arrives once", trace = "the 421, and that it is temporary")
    void aServerThatClosesIsAskedAgain(Outside outside) throws IOException {
        List<String> steps = List.of(RecordingServer.CONNECT, "EHLO", "MAIL", "RCPT", "DATA", RecordingServer.CONTENT);
        atEach(outside, steps, "closing", "421 4.3.2 closing for a moment").forEach((step, one) -> {
            assertThat(one.sent().delivered()).as(step)
                    .contains("421 4.3.2 closing for a moment", "attempt 2");
            assertThat(one.server().received()).as(step).hasSize(1);
        });
    }

    @Test
    @Scenario(when = "the connection ends behind the content, before the reply (RFC 1047)", then = "tried again; may arrive twice", trace = "uncertain: the server may have the message")
    void aLostFinalReplyIsUncertain(Outside outside) throws IOException {
        RecordingServer server = outside.exchanger("lost-reply.example")
                .says(RecordingServer.CONTENT, RecordingServer.NOTHING);
        RecordingServer worse = outside.exchanger("lost-reply.example", 20, "worse.lost-reply.example");
        assertThat(outside.hand("lost reply", "b@lost-reply.example").delivered())
                .contains("uncertain: the server may have the message", "attempt 2");
        assertThat(server.received()).hasSize(1);
        assertThat(worse.connections()).as("what one may have is not offered to another in the same attempt").isZero();
    }
}

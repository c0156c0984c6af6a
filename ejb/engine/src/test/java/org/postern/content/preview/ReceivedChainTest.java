package org.postern.content.preview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.content.Field;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

class ReceivedChainTest {
    private static Field received(String body) {
        return new Field("Received", body);
    }

    private static Optional<Instant> at(String date) {
        return ReceivedChain.of(List.of(received("by a; " + date))).getFirst().at();
    }

    @Test
    void tellsTheHopsFromTheEarliestOnWithTheTimeBetweenThem() {
        List<Hop> hops = ReceivedChain.of(List.of(new Field("Subject", "x"),
                received("from mx.one.example (mx.one.example [192.0.2.1]) by us.example (Postern) with ESMTPS id 1;"
                        + " Sun, 1 Mar 2026 13:00:42 +0100"),
                received("(nothing to be read)"),
                received("by mx.one.example with LMTP; 1 Mar 2026 12:00:00 GMT (comment; of somebody)")));
        assertThat(hops).containsExactly(
                new Hop("", "mx.one.example", "LMTP", Optional.of(Instant.parse("2026-03-01T12:00:00Z")),
                        Optional.empty()),
                new Hop("", "", "", Optional.empty(), Optional.empty()),
                new Hop("mx.one.example (mx.one.example [192.0.2.1])", "us.example", "ESMTPS",
                        Optional.of(Instant.parse("2026-03-01T12:00:42Z")), Optional.of(Duration.ofSeconds(42))));
    }

    @Test
    void readsDatesAsTheyAreWritten() {
        Optional<Instant> noon = Optional.of(Instant.parse("2026-03-01T12:00:00Z"));
        assertThat(at("Mon, 1 Mar 2026 12:00:00 UT")).isEqualTo(noon);
        assertThat(at("1 Mar 2026  07:00:00 EST")).isEqualTo(noon);
        assertThat(at("Sun, 1 Mar 2026 12:00:00 -0000 (UTC)")).isEqualTo(noon);
        assertThat(at("tomorrow")).isEmpty();
        assertThat(at("")).isEmpty();
    }

    @Test
    void clocksMayDiffer() {
        List<Hop> hops = ReceivedChain.of(List.of(received("by b; 1 Mar 2026 11:59:50 +0000"),
                received("by a; 1 Mar 2026 12:00:00 +0000")));
        assertThat(hops.getLast().since()).contains(Duration.ofSeconds(-10));
    }

    @Test
    void isBounded() {
        assertThat(ReceivedChain.of(Collections.nCopies(1000, received("from " + "(".repeat(60_000)))))
                .hasSize(ReceivedChain.MOST);
        assertThat(ReceivedChain.of(List.of(received("from " + "a by".repeat(20_000))))).hasSize(1);
    }
}

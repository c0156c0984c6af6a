package org.postern.admin.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.postern.content.preview.Hop;

import java.time.Duration;

/** What a pasted header section tells. */
class HeaderDeskTest {
    private final HeaderDesk desk = new HeaderDesk();

    @Test
    void theWayIsToldHopByHopWithTheTimeBetween() {
        ShownMail read = desk.read("""
                Received: from b.example by c.example with ESMTP; Sun, 1 Mar 2026 12:00:30 +0000
                Received: from a.example by b.example with ESMTPS;
                \tSun, 1 Mar 2026 12:00:00 +0000
                Subject: =?utf-8?q?caf=C3=A9?=
                """);
        assertThat(read.hops()).extracting(Hop::by).containsExactly("b.example", "c.example");
        assertThat(read.hops().getLast().since()).contains(Duration.ofSeconds(30));
        assertThat(read.first()).singleElement().satisfies(field -> assertThat(field.body()).isEqualTo("café"));
    }

    @Test
    void whatIsNoHeaderIsReadAsFarAsItGoes() {
        assertThat(desk.read("").fields()).isEmpty();
        assertThat(desk.read("no field here").hops()).isEmpty();
        assertThatThrownBy(() -> desk.read("x".repeat(HeaderDesk.MOST + 1))).hasMessageContaining("at most");
    }
}

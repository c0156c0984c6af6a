package org.postern.admin.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class CertificateViewTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static CertificateView endsIn(int days) {
        return new CertificateView("mx", "CN=mail.example", "mail.example", NOON.plus(Duration.ofDays(days)));
    }

    @Test
    void itIsToldThreeWeeksBeforeItsEndAndAfterIt() {
        assertThat(endsIn(22).isDue(NOON)).isFalse();
        assertThat(endsIn(20).isDue(NOON)).isTrue();
        assertThat(endsIn(20).remark(NOON).toString()).startsWith(
                "The certificate CN=mail.example of the listener mx ends at 2026-03-21T12:00:00Z.");
        assertThat(endsIn(-1).isOver(NOON)).isTrue();
        assertThat(endsIn(-1).remark(NOON).toString()).contains("ended at 2026-02-28T12:00:00Z");
    }
}

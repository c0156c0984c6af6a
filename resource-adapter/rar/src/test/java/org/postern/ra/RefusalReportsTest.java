package org.postern.ra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.smtp.Replies;
import org.postern.smtp.server.ProtocolRole;
import org.postern.smtp.server.SessionFacts;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

/** A flood of refused connections becomes a trickle in the trace. */
class RefusalReportsTest {
    private static final InetSocketAddress CLIENT = new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 40_000);

    private final Inbox inbox = new Inbox();
    private final FakeEndpoints endpoints = new FakeEndpoints(inbox);
    private long now;
    private final RefusalReports reports = new RefusalReports(() -> now, new Unwatched());

    private void flood() {
        SessionFacts facts = SessionFacts.begun("REFERENCE", "mx", ProtocolRole.MX, "mail.example", CLIENT, CLIENT);
        for (int i = 0; i < 1000; i++) {
            reports.tell(endpoints, facts, Replies.TOO_MANY_CONNECTIONS);
        }
        Eventually.is(() -> endpoints.out() == 0);
    }

    @Test
    void tenAreToldOfAtOnce() {
        flood();
        Eventually.is(() -> inbox.refusals.size() == 10);
    }

    @Test
    void thenOneASecond() {
        flood();
        Eventually.is(() -> inbox.refusals.size() == 10);
        now += Duration.ofMillis(3_500).toNanos();
        flood();
        Eventually.is(() -> inbox.refusals.size() == 13);
        assertThat(inbox.refusals.getFirst().command()).isEqualTo("connect");
    }

    @Test
    void aQuietNightDoesNotSaveUpForAFlood() {
        now += Duration.ofHours(9).toNanos();
        flood();
        Eventually.is(() -> inbox.refusals.size() == 10);
        flood();
        assertThat(inbox.refusals).hasSize(10);
    }

    /** Nothing is expected to fail. */
    private static final class Unwatched implements EndpointReceiver.Watch {
        @Override
        public void queued() {}

        @Override
        public void failed(String step, SessionFacts session, RuntimeException cause) {}

        @Override
        public boolean wanted() {
            return true;
        }
    }
}

package org.postern.ra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.receiver.ProtocolRole;
import org.postern.receiver.SessionFacts;
import org.postern.smtp.Replies;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

/** A flood of refused connections becomes a trickle in the trace, and nobody waits for it. */
class RefusalReportsTest {
    private final Inbox inbox = new Inbox();
    private final FakeEndpoints endpoints = new FakeEndpoints(inbox);
    private long now;
    private final RefusalReports reports = new RefusalReports(() -> now, new ListenerCounts("mx", () -> now));

    private void flood(String... clients) {
        for (String client : clients) {
            InetSocketAddress address = new InetSocketAddress(InetAddress.ofLiteral(client), 40_000);
            SessionFacts facts = SessionFacts.begun("REFERENCE", "mx", ProtocolRole.MX, "mail.example", address,
                    address);
            for (int i = 0; i < 1000; i++) {
                reports.tell(facts, Refusals.of(Replies.TOO_MANY_CONNECTIONS, "maxSessions is 3"));
            }
        }
    }

    @Test
    void tenOfAClientAreToldAndTheOthersInOneAfterAMinute() {
        reports.use(endpoints);
        flood("192.0.2.1");
        Eventually.is(() -> inbox.refusals.size() == 10 && endpoints.out() == 0);
        now += Duration.ofMinutes(1).toNanos();
        reports.sweep();
        Eventually.is(() -> inbox.refusals.size() == 11);
        assertThat(inbox.refusals.getLast().reason().toString()).startsWith("maxSessions is 3; 990 refused");
    }

    @Test
    void whatIsRefusedWhileThereIsNoReceiverIsToldToTheNextOne() {
        flood("192.0.2.1");
        assertThat(inbox.refusals).isEmpty();
        reports.use(endpoints);
        Eventually.is(() -> inbox.refusals.size() == 10);
    }

    @Test
    void aReceiverThatIsAwayHearsItLater() {
        endpoints.setAvailable(false);
        reports.use(endpoints);
        flood("192.0.2.1");
        endpoints.setAvailable(true);
        Eventually.is(() -> {
            reports.sweep();
            return inbox.refusals.size() == 10;
        });
    }

    @Test
    void aReceiverThatIsToRestIsNotCalledAnyMore() {
        reports.use(endpoints);
        flood("192.0.2.1");
        reports.rest();
        assertThat(inbox.refusals).hasSize(10);
        flood("192.0.2.2");
        reports.sweep();
        assertThat(inbox.refusals).hasSize(10);
    }
}

package org.postern.ra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.receiver.ProtocolRole;
import org.postern.receiver.Reason;
import org.postern.receiver.Refusal;
import org.postern.receiver.SessionFacts;
import org.postern.smtp.Replies;
import org.postern.smtp.Reply;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.stream.IntStream;

/** Each refusal is counted, whether the trace is told of it or not, and by nothing that a client chooses. */
class RefusalCountsTest {
    private final RefusalCounts counts = new RefusalCounts();

    private static Refusal refusal(String command, Optional<Reply> reply, Optional<String> rule) {
        return new Refusal(command, Optional.empty(), Optional.empty(), reply,
                new Reason(rule, Optional.empty(), Optional.of("seen of " + command)));
    }

    @Test
    void countsByCodeAndRule() {
        Optional<Reply> no = Optional.of(Replies.NO_ROOM);
        counts.count(refusal("RCPT TO:<a@stranger.example>", no, Optional.of("relay")));
        counts.count(refusal("RCPT TO:<b@stranger.example>", no, Optional.of("relay")));
        counts.count(refusal("MAIL FROM:<a@stranger.example>", no, Optional.empty()));
        counts.count(refusal("connect", Optional.empty(), Optional.empty()));
        assertThat(counts.all()).containsExactly(new RefusalState(0, "", 1), new RefusalState(452, "", 1),
                new RefusalState(452, "relay", 2));
    }

    @Test
    void tellsNoMoreKindsApartThanAScrapeShouldHave() {
        IntStream.range(0, 1000)
                .forEach(number -> counts
                        .count(refusal("connect", Optional.of(Replies.NO_ROOM), Optional.of("rule" + number))));
        assertThat(counts.all()).hasSize(RefusalCounts.MOST_KINDS + 1)
                .contains(new RefusalState(452, RefusalCounts.OTHERS, 1000 - RefusalCounts.MOST_KINDS));
        counts.count(refusal("connect", Optional.of(Replies.NO_ROOM), Optional.of("rule7")));
        assertThat(counts.all()).contains(new RefusalState(452, "rule7", 2));
    }

    @Test
    void whatTheTraceIsNotToldOfIsCountedAllTheSame() {
        ListenerCounts listener = new ListenerCounts("mx", () -> 0);
        RefusalReports reports = new RefusalReports(() -> 0, listener);
        InetSocketAddress client = new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 40_000);
        SessionFacts session = SessionFacts.begun("REFERENCE", "mx", ProtocolRole.MX, "mail.example", client, client);
        for (int i = 0; i < 1000; i++) {
            reports.tell(session, Refusals.of(Replies.TOO_MANY_CONNECTIONS, "maxSessions is 3"));
        }
        assertThat(listener.refused()).containsExactly(new RefusalState(421, "", 1000));
    }
}

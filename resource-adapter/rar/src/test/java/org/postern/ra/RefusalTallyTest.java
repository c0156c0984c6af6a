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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The first of a kind are told, the others are counted, and all of them are accounted for. */
class RefusalTallyTest {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final RefusalTally tally = new RefusalTally();
    private int sessions;

    private RefusalTally.Report report(String client, String command, Reply reply) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.ofLiteral(client), 40_000);
        return new RefusalTally.Report(SessionFacts.begun("S" + ++sessions, "mx", ProtocolRole.MX, "mail.example",
                address, address),
                new Refusal(command, Optional.empty(), Optional.empty(), Optional.of(reply), Reason.NONE));
    }

    /** {@return how many of them are told} */
    private long flood(int refusals, String client, String command, Reply reply) {
        return IntStream.range(0, refusals).filter(i -> tally.tells(report(client, command, reply))).count();
    }

    private long floodOfConnections(int refusals, String client) {
        return flood(refusals, client, Refusal.CONNECT, Replies.TOO_MANY_CONNECTIONS);
    }

    @Test
    void tenConnectionsOfOneClientAreToldAndTheOthersCounted() {
        tally.summaries(0);
        assertThat(floodOfConnections(1000, "192.0.2.1")).isEqualTo(10);
        assertThat(tally.summaries(MINUTE - 1)).isEmpty();
        RefusalTally.Report summary = tally.summaries(MINUTE).getFirst();
        assertThat(summary.refusal().reason().toString()).contains("990 refused connections", "192.0.2.1",
                "S11 to S1000");
        assertThat(summary.session().reference()).isEqualTo("S1000");
    }

    @Test
    void anotherClientAndAnotherKindAreToldAllTheSame() {
        floodOfConnections(1000, "192.0.2.1");
        assertThat(floodOfConnections(1, "192.0.2.2")).isEqualTo(1);
        assertThat(flood(1, "192.0.2.1", "waiting", Replies.TIMED_OUT)).isEqualTo(1);
    }

    @Test
    void addressesOfOneIpv6NetworkAreOneClient() {
        floodOfConnections(5, "2001:db8::1");
        assertThat(floodOfConnections(1000, "2001:db8::2")).isEqualTo(5);
    }

    @Test
    void refusedCommandsAreToldLonger() {
        assertThat(flood(5000, "192.0.2.1", "RCPT TO:<a@b.example>", Reply.of(550, "5.7.1", "No"))).isEqualTo(1000);
    }

    @Test
    void aFloodFromEverywhereHasOneSummary() {
        tally.summaries(0);
        long told = IntStream.range(0, 20_000)
                .mapToLong(i -> floodOfConnections(1, "10.0." + i / 250 + "." + i % 250))
                .sum();
        assertThat(told).isEqualTo(RefusalTally.CONNECTIONS);
        List<RefusalTally.Report> summaries = tally.summaries(MINUTE);
        assertThat(summaries).hasSize(1);
        assertThat(summaries.getFirst().refusal().reason().toString()).contains("19400 ", "of all clients");
    }

    @Test
    void whatCouldNotBeToldIsCounted() {
        tally.summaries(0);
        tally.leave(report("192.0.2.1", Refusal.CONNECT, Replies.TOO_MANY_CONNECTIONS));
        assertThat(tally.summaries(MINUTE)).hasSize(1);
    }

    @Test
    void aNewMinuteBeginsAnew() {
        tally.summaries(0);
        floodOfConnections(1000, "192.0.2.1");
        tally.summaries(MINUTE);
        assertThat(floodOfConnections(1000, "192.0.2.1")).isEqualTo(10);
        tally.summaries(2 * MINUTE);
        assertThat(tally.summaries(3 * MINUTE)).isEmpty();
    }
}

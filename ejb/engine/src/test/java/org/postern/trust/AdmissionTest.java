package org.postern.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.auth.spf.Zone;
import org.postern.dns.ClientNames;
import org.postern.dns.Memory;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.receiver.AtCommand;
import org.postern.receiver.ProtocolRole;
import org.postern.receiver.SessionFacts;
import org.postern.reputation.ClientLook;
import org.postern.reputation.DnsList;
import org.postern.reputation.DnsLists;
import org.postern.reputation.ListKind;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Whom the gateway does not let in. */
class AdmissionTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-01T12:00:00Z"));
    private static final Mailbox ANN = new Mailbox("ann", new Domain("here.example"));

    private final Zone zone = new Zone().knows("2.0.0.127.bl.example", "A", "127.0.0.2")
            .knows("2.0.0.127.wl.example", "A", "127.0.0.2")
            .knows("66.2.0.192.bl.example", "A", "127.0.0.2");

    private AtCommand rcpt(int limit, String client, Mailbox recipient) throws InterruptedException {
        DnsLists lists = new DnsLists(zone, Runnable::run, CLOCK,
                List.of(DnsList.of("bl.example", ListKind.ADDRESSES, 5),
                        DnsList.of("wl.example", ListKind.ADDRESSES, -3)));
        ClientNames nobodys = new ClientNames(zone, one -> false, new Memory<>(CLOCK, name -> Duration.ZERO, 1));
        Admission admission = new Admission(
                new ListCheck(lists, new ClientLook(lists, nobodys, Runnable::run, CLOCK), Runnable::run,
                        Duration.ofSeconds(5), CLOCK),
                limit);
        SessionFacts session = SessionFacts.begun("s", "mx", ProtocolRole.MX, "gateway.example",
                new InetSocketAddress(InetAddress.ofLiteral(client), 2000),
                new InetSocketAddress(InetAddress.ofLiteral("198.51.100.1"), 25));
        admission.connected(session);
        return admission.rcpt(session, recipient);
    }

    @Test
    void aClientThatIsListedIsRefusedWhereAnOperatorWantsItAndTheReasonNamesTheList() throws InterruptedException {
        assertThat(rcpt(0, "192.0.2.66", ANN)).isInstanceOf(AtCommand.Accept.class);
        assertThat(rcpt(6, "192.0.2.66", ANN)).isInstanceOf(AtCommand.Accept.class);
        AtCommand refused = rcpt(5, "192.0.2.66", ANN);
        assertThat(refused).isInstanceOf(AtCommand.Reject.class);
        assertThat(((AtCommand.Reject) refused).reply()).isEqualTo(TrustReplies.CLIENT_LISTED);
        assertThat(((AtCommand.Reject) refused).reason().toString()).contains("bl.example 127.0.0.2", "rule dns-list");
        assertThat(rcpt(5, "192.0.2.1", ANN)).isInstanceOf(AtCommand.Accept.class);
    }

    @Test
    void thePostmasterCanBeAskedWhy() throws InterruptedException {
        assertThat(rcpt(5, "192.0.2.66", new Mailbox("Postmaster", new Domain("here.example"))))
                .isInstanceOf(AtCommand.Accept.class);
    }

    @Test
    void whatSpeaksForAClientCountsAsWell() throws InterruptedException {
        zone.knows("66.2.0.192.wl.example", "A", "127.0.0.2");
        assertThat(rcpt(5, "192.0.2.66", ANN)).isInstanceOf(AtCommand.Accept.class);
    }

    @Test
    void nobodyIsRefusedForAListThatIsBrokenOrSilent() throws InterruptedException {
        zone.knows("1.2.0.192.bl.example", "A", "127.0.0.1").knows("2.2.0.192.bl.example", "TIMEOUT");
        assertThat(rcpt(1, "192.0.2.1", ANN)).isInstanceOf(AtCommand.Accept.class);
        assertThat(rcpt(1, "192.0.2.2", ANN)).isInstanceOf(AtCommand.Accept.class);
    }
}

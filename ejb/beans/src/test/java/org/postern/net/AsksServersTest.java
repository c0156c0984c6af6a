package org.postern.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postern.config.rule.TlsPolicy;
import org.postern.delivery.host.HostFinder;
import org.postern.delivery.host.HostHealth;
import org.postern.delivery.host.OwnHosts;
import org.postern.delivery.probe.Contact;
import org.postern.delivery.probe.MailProbe;
import org.postern.delivery.probe.Probed;
import org.postern.delivery.tls.ConfiguredTlsPolicies;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.mail.QueueIds;
import org.postern.routing.Destination;
import org.postern.smtp.client.Timeouts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What a probe says to servers, on real connections. */
class AsksServersTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));
    private final MailServer remote = new MailServer();
    private final Logins logins = new Logins(List.of(), CLOCK);
    private final MailProbe probe = probe(TlsPolicy.MAY);

    AsksServersTest() throws IOException {
        // for the server, which opens a socket
    }

    private MailProbe probe(TlsPolicy policy) {
        SessionPool.Settings settings = new SessionPool.Settings("gateway.example.org", Duration.ofSeconds(5),
                Timeouts.all(Duration.ofSeconds(5)), Duration.ofSeconds(5), 1, Duration.ofMinutes(5), Optional.empty());
        HostFinder hosts = new HostFinder(null, new Random(1), new HostHealth(CLOCK, Duration.ofMinutes(1)),
                new HostFinder.Settings(new OwnHosts(List.of("gateway.example.org"), address -> false), 25, 5));
        return new MailProbe(hosts, witness -> SessionPool.inquiring(settings, logins, CLOCK, witness),
                ConfiguredTlsPolicies.usual(policy), CLOCK, new QueueIds(CLOCK, new Random(1)));
    }

    @AfterEach
    void close() throws IOException {
        remote.close();
    }

    private Probed ask(MailProbe asking, int port, boolean may) {
        return asking.of(new Destination.NextHost("127.0.0.1", port),
                Mailbox.postmaster(new Domain("example.net")), server -> may);
    }

    @Test
    void asksAndSaysFarewellWithoutHandingAnythingOver() throws Exception {
        Probed asked = ask(probe, remote.port(), true);
        assertThat(asked.verdict()).isEqualTo(Probed.Verdict.TAKEN);
        remote.farewell.await();
        assertThat(remote.connections).hasSize(1);
        assertThat(remote.connections.getFirst()).containsExactly("EHLO gateway.example.org", "MAIL FROM:<>",
                "RCPT TO:<postmaster@example.net>", "RSET",
                "QUIT");
        Contact contact = asked.contacts().getFirst();
        assertThat(contact.demand()).isEqualTo("may");
        assertThat(contact.tls()).isEmpty();
        assertThat(contact.lines()).extracting(line -> line.speaker() + " " + line.text())
                .containsExactly("SERVER 220 mx.example.net", "WE EHLO gateway.example.org",
                        "SERVER 250-mx.example.net", "SERVER 250 PIPELINING", "WE MAIL FROM:<>", "SERVER 250 ok",
                        "WE RCPT TO:<postmaster@example.net>", "SERVER 250 ok", "WE RSET", "SERVER 250 ok", "WE QUIT",
                        "SERVER 221 bye");
    }

    @Test
    void opensNoConnectionToWhereItMayNot() {
        Probed asked = ask(probe, remote.port(), false);
        assertThat(asked.verdict()).isEqualTo(Probed.Verdict.UNKNOWN);
        assertThat(asked.reason()).asString().contains("no route leads there");
        assertThat(remote.connections).isEmpty();
        assertThat(asked.contacts()).singleElement()
                .extracting(Contact::demand)
                .isEqualTo("");
    }

    @Test
    void saysThatMailWaitsWhereNobodyListensOrTlsIsNotAsDemanded() throws IOException {
        int nobody;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            nobody = gone.getLocalPort();
        }
        Probed asked = ask(probe, nobody, true);
        assertThat(asked.verdict()).isEqualTo(Probed.Verdict.WAITING);
        assertThat(asked.contacts().getFirst().lines()).isNotEmpty();
        Probed demanding = ask(probe(TlsPolicy.ENCRYPT), remote.port(), true);
        assertThat(demanding.verdict()).isEqualTo(Probed.Verdict.WAITING);
        assertThat(demanding.reason()).asString().contains("does not offer STARTTLS");
        assertThat(demanding.contacts().getFirst().lines().getLast().text()).startsWith("454 4.7.4");
    }
}

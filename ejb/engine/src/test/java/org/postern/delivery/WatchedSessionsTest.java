package org.postern.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.config.rule.SmartHosts;
import org.postern.config.rule.TlsPolicy;
import org.postern.delivery.OutboundSessions.Unprotected;
import org.postern.delivery.host.HostFinder;
import org.postern.delivery.host.HostHealth;
import org.postern.delivery.host.NextServer;
import org.postern.delivery.host.OwnHosts;
import org.postern.delivery.host.TargetHosts;
import org.postern.delivery.tls.ConfiguredTlsPolicies;
import org.postern.delivery.tls.TlsDemand;
import org.postern.delivery.tls.TlsPolicies.Demanded;
import org.postern.routing.Destination;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class WatchedSessionsTest {
    private static final NextServer A = new NextServer("a", InetAddress.ofLiteral("192.0.2.1"), 25);
    private static final Destination SHARED = new Destination.Smart(SmartHosts.parse("a;b"));

    private final KnownNames dns = new KnownNames().mx("example.net", "10 a", "20 b")
            .address("a", "192.0.2.1")
            .address("b", "192.0.2.2");
    private final HostHealth health = new HostHealth(() -> Mail.NOON, Duration.ofMinutes(1));
    private final Servers servers = new Servers();
    private Instant now = Mail.NOON;
    private final TlsMemory memory = new TlsMemory(() -> now);
    private final WatchedSessions watched = new WatchedSessions(servers, health, memory);

    private void withoutTls(Destination destination) {
        servers.on("a");
        TlsDemand encrypted = ((Demanded) ConfiguredTlsPolicies.usual(TlsPolicy.ENCRYPT).decide(destination, A))
                .demand();
        assertThat(watched.connect(destination, List.of(A), encrypted)).isInstanceOf(Unprotected.class);
    }

    private String first(Destination destination) {
        HostFinder finder = new HostFinder(dns, new Random(1), health,
                new HostFinder.Settings(new OwnHosts(List.of("gateway.example.org"), address -> false), 25, 9));
        return ((TargetHosts.Found) finder.find(destination)).servers().getFirst().name();
    }

    @Test
    void holdsWhatOneDomainDemandsAgainstNoHostThatOthersShare() {
        withoutTls(Mail.EXAMPLE);
        assertThat(first(Mail.EXAMPLE)).isEqualTo("a");
    }

    @Test
    void remembersWhatTlsWasUsedSinceWhenAndWhatFailedLast() {
        withoutTls(Mail.EXAMPLE);
        for (int i = 0; i < 2; i++) {
            servers.on("a");
            watched.connect(Mail.EXAMPLE, List.of(A), new TlsDemand.May());
            now = now.plusSeconds(60);
        }
        assertThat(memory.of(Mail.EXAMPLE)).containsExactly(new TlsSeen("a:25",
                Optional.of(new TlsSeen.Used(Optional.empty(), false, "may", Mail.NOON, Mail.NOON.plusSeconds(60))),
                Optional.of(new TlsSeen.Failed("encrypt",
                        "TLS is demanded here, and the server does not offer STARTTLS", Mail.NOON))));
        assertThat(memory.of(SHARED)).isEmpty();
    }

    @Test
    void remembersNoMoreServersThanItMay() {
        for (int i = 0; i < 10_010; i++) {
            memory.failed(Mail.EXAMPLE, new NextServer("host" + i, A.address(), 25), new TlsDemand.Encrypt(), "no");
        }
        assertThat(memory.of(Mail.EXAMPLE)).hasSize(10_000);
        assertThat(memory.of(Mail.EXAMPLE).getFirst().server()).isEqualTo("host10009:25");
    }

    @Test
    void turnsFromASmartHostThatHasNoTlsToTheNext() {
        withoutTls(SHARED);
        assertThat(first(SHARED)).isEqualTo("b");
    }

    @Test
    void turnsFromAnExchangerThatNobodyReachesToTheNext() {
        watched.connect(Mail.EXAMPLE, List.of(A), new TlsDemand.May());
        assertThat(first(Mail.EXAMPLE)).isEqualTo("b");
    }
}

package org.postern.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.postern.config.rule.TlsPolicy;
import org.postern.delivery.host.HostFinder;
import org.postern.delivery.host.HostHealth;
import org.postern.delivery.host.OwnHosts;
import org.postern.delivery.tls.ConfiguredTlsPolicies;
import org.postern.routing.Destination;

import java.time.Duration;
import java.util.List;
import java.util.Random;

class ConnectionTrialTest {
    private final KnownNames dns = new KnownNames();
    private final Servers servers = new Servers();
    private Duration each = Duration.ZERO;
    private final ConnectionTrial trial = new ConnectionTrial(
            new HostFinder(dns, new Random(1), new HostHealth(() -> Mail.NOON, Duration.ofMinutes(1)),
                    new HostFinder.Settings(new OwnHosts(List.of("gateway.example.org"), address -> false), 25, 5)),
            servers, ConfiguredTlsPolicies.usual(TlsPolicy.MAY),
            () -> Mail.NOON.plus(each.multipliedBy(servers.log.size())));

    private List<String> to(String destination) {
        return trial.of(Destination.parse(destination))
                .stream()
                .map(contact -> contact.server() + (contact.isReady() ? " ready: " : " not: ") + contact.words())
                .toList();
    }

    @Test
    void tellsOfEachServerHowFarItCame() {
        dns.mx("example.net", "10 a", "20 b", "30 c")
                .address("a", "192.0.2.1")
                .address("b", "192.0.2.2")
                .address("c", "192.0.2.3");
        servers.on("a");
        servers.on("c").says("(connects)", "554 5.7.1 no service");
        assertThat(to("mx:example.net")).containsExactly("a [192.0.2.1]:25 ready: answers, without TLS",
                "b [192.0.2.2]:25 not: connection refused",
                "c [192.0.2.3]:25 not: does not want to talk: 554 5.7.1 no service");
    }

    @Test
    void givesTheSessionBackWithoutHavingSaidMail() {
        dns.address("smart", "192.0.2.1");
        AnsweringServer server = servers.on("smart");
        assertThat(to("host:smart:25")).hasSize(1);
        assertThat(server.heard).noneMatch(line -> line.startsWith("MAIL"));
        assertThat(servers.log).containsExactly("connect smart", "release smart");
    }

    @Test
    void tellsWhereThereAreNoHosts() {
        assertThat(to("mx:nowhere.example")).singleElement().asString().startsWith("mx:nowhere.example not: ");
    }

    @Test
    void goesOnToNoOtherServerWhenThePersonHasWaitedForLong() {
        dns.mx("example.net", "10 a", "20 b").address("a", "192.0.2.1").address("b", "192.0.2.2");
        servers.on("a").says("(connects)", "554 5.7.1 no service");
        servers.on("b");
        each = ConnectionTrial.LONGEST;
        assertThat(to("mx:example.net")).containsExactly(
                "a [192.0.2.1]:25 not: does not want to talk: 554 5.7.1 no service",
                "b [192.0.2.2]:25 not: not tried: the others took too long");
    }

    @Test
    void applicationsHaveNoServers() {
        assertThatThrownBy(() -> to("queue:orders")).isInstanceOf(IllegalArgumentException.class);
    }
}

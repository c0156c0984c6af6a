package org.postern.delivery.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.delivery.KnownNames;
import org.postern.delivery.Mail;
import org.postern.delivery.SetClock;
import org.postern.routing.Destination;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

class HostHealthTest {
    private final SetClock clock = new SetClock();
    private final HostHealth health = new HostHealth(clock, Duration.ofMinutes(1));

    private static NextServer server(String name) {
        return new NextServer(name, InetAddress.ofLiteral("192.0.2.1"), 25);
    }

    private List<String> order(String... keys) {
        return health.illLast(List.of(keys), Function.identity());
    }

    @Test
    void letsOneTryWhenThePauseIsOverAndTheOthersWaitForWhatComesOfIt() {
        health.failed(server("a"));
        assertThat(order("a:25", "b:25")).containsExactly("b:25", "a:25");
        clock.pass(Duration.ofSeconds(61));
        assertThat(order("a:25", "b:25", "a:25")).containsExactly("a:25", "b:25", "a:25");
        assertThat(order("a:25", "b:25")).containsExactly("b:25", "a:25");
        health.reached(server("a"));
        assertThat(order("a:25", "b:25")).containsExactly("a:25", "b:25");
    }

    @Test
    void remembersWhatFailedLastHoweverManyFail() {
        IntStream.range(0, 20_000).forEach(i -> health.failed(server("dead" + i)));
        health.failed(server("a"));
        assertThat(order("a:25", "dead0:25", "dead19999:25")).containsExactly("dead0:25", "a:25", "dead19999:25");
    }

    @Test
    void asksAnExchangerThatCouldNotBeReachedAfterTheOthersOfTheDomain() {
        KnownNames dns = new KnownNames().mx("example.net", "10 a", "20 b", "20 b2")
                .address("a", "192.0.2.1", "192.0.2.11")
                .address("b", "192.0.2.2")
                .address("b2", "192.0.2.3");
        HostFinder finder = new HostFinder(dns, new Random(1), health,
                new HostFinder.Settings(new OwnHosts(List.of("gateway.example.org"), address -> false), 25, 9));
        health.failed(server("A"));
        assertThat(names(finder.find(Mail.EXAMPLE))).endsWith("a", "a").startsWith("b");
        health.reached(server("a"));
        assertThat(names(finder.find(Mail.EXAMPLE))).startsWith("a", "a");
    }

    private static List<String> names(TargetHosts hosts) {
        return ((TargetHosts.Found) hosts).servers().stream().map(NextServer::name).toList();
    }

    @Test
    void leavesOtherDestinationsAlone() {
        health.failed(server("b"));
        HostFinder finder = new HostFinder(new KnownNames().address("a", "192.0.2.1"), new Random(1), health,
                new HostFinder.Settings(new OwnHosts(List.of("gateway.example.org"), address -> false), 25, 9));
        assertThat(names(finder.find(new Destination.NextHost("a", 25)))).containsExactly("a");
    }
}

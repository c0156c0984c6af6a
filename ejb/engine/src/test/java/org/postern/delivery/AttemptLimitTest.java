package org.postern.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postern.delivery.DelivererTest.results;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.config.rule.TlsPolicy;
import org.postern.delivery.host.HostFinder;
import org.postern.delivery.host.HostHealth;
import org.postern.delivery.host.OwnHosts;
import org.postern.delivery.tls.ConfiguredTlsPolicies;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Attempts whose time ends. */
class AttemptLimitTest {
    private final KnownNames dns = new KnownNames();
    private final Servers servers = new Servers();

    @BeforeEach
    void twoExchangers() {
        dns.mx("example.net", "10 a", "20 b").address("a", "192.0.2.1").address("b", "192.0.2.2");
    }

    @Test
    void turnsToNoOtherServerOnceItsTimeIsOver() {
        AnsweringServer b = servers.on("b");
        Deliverer slow = withinTenMinutes(10);
        assertThat(results(slow.attempt(Mail.to("x@example.net"), Mail.EXAMPLE)).getFirst())
                .startsWith("x a 451 4.4.1");
        assertThat(b.heard).isEmpty();
    }

    @Test
    void asksAServerThoughItsTimeIsOver() {
        servers.on("a");
        assertThat(results(withinTenMinutes(11).attempt(Mail.to("x@example.net"), Mail.EXAMPLE)))
                .containsExactly("x a 250 2.0.0 ok");
    }

    @Test
    void hasAllItsTimeHoweverLongItTookToFindTheServers() {
        SetClock clock = new SetClock();
        dns.after(() -> clock.pass(Duration.ofMinutes(11)));
        servers.on("b");
        assertThat(results(withinTenMinutes(clock).attempt(Mail.to("x@example.net"), Mail.EXAMPLE)))
                .containsExactly("x b 250 2.0.0 ok");
    }

    @Test
    void beginsNoOtherTransactionOnceItsTimeIsOver() {
        AnsweringServer a = servers.on("a");
        servers.on("b");
        String[] recipients = IntStream.range(0, 1000).mapToObj(i -> "r" + i + "@example.net").toArray(String[]::new);
        List<String> results = results(withinTenMinutes(6).attempt(Mail.to(recipients), Mail.EXAMPLE));
        assertThat(a.heard).filteredOn(line -> line.startsWith("MAIL")).hasSize(2);
        assertThat(results.subList(0, 200)).allMatch(result -> result.endsWith("250 2.0.0 ok"));
        assertThat(results.subList(200, 1000))
                .allMatch(result -> result.contains(" a 451 4.4.2 a [192.0.2.1]:25 is so"));
    }

    /** One on whose clock so many minutes pass from each look to the next. */
    private Deliverer withinTenMinutes(int pace) {
        AtomicInteger minutes = new AtomicInteger();
        return withinTenMinutes(() -> Mail.NOON.plus(Duration.ofMinutes((long) pace * minutes.getAndIncrement())));
    }

    private Deliverer withinTenMinutes(InstantSource clock) {
        return new Deliverer(
                new HostFinder(dns, new Random(1), new HostHealth(() -> Mail.NOON, Duration.ofMinutes(1)),
                        new HostFinder.Settings(new OwnHosts(List.of("gateway.example.org"), address -> false), 25, 5)),
                servers,
                new ConfiguredTlsPolicies(List.of(), TlsPolicy.MAY),
                clock,
                Duration.ofMinutes(10));
    }
}

package org.postern.ra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class SessionLimitsTest {
    private final SessionMemory memory = SessionMemory.of(20_000);
    private final SessionLimits limits = new SessionLimits("mx", new ListenerSettings.Sessions(3, 2),
            new InMemorySessionCounters(), memory, 1000);

    private boolean enters(String client) {
        return limits.enter().orElseThrow().occupiedBy(InetAddress.ofLiteral(client)).isEmpty();
    }

    @Test
    void aClientGetsNoMoreThanItsShare() {
        assertThat(enters("192.0.2.1")).isTrue();
        assertThat(enters("192.0.2.1")).isTrue();
        assertThat(limits.enter().orElseThrow().occupiedBy(InetAddress.ofLiteral("192.0.2.1")))
                .hasValue("maxSessionsPerClient is 2");
    }

    @Test
    void allTogetherGetNoMoreThanTheTotal() {
        enters("192.0.2.1");
        enters("192.0.2.2");
        enters("192.0.2.3");
        assertThat(limits.enter()).isEmpty();
        assertThat(limits.ofAll()).isEqualTo("maxSessions is 3");
    }

    private SessionLimits another(String listener) {
        return new SessionLimits(listener, new ListenerSettings.Sessions(30, 30), new InMemorySessionCounters(), memory,
                1000);
    }

    private static List<SessionLimits.Place> fill(SessionLimits listener) {
        return Stream.generate(listener::enter).takeWhile(Optional::isPresent).map(Optional::orElseThrow).toList();
    }

    @Test
    void allListenersTogetherGetNoMoreThanTheMemory() {
        SessionLimits others = another("submission");
        List<SessionLimits.Place> places = fill(others);
        assertThat(fill(limits)).hasSize(5 - places.size());
        assertThat(others.enter()).isEmpty();
        assertThat(limits.ofAll()).isEqualTo("the heap has room for 5 sessions of all listeners");
        places.getFirst().leave();
        assertThat(enters("192.0.2.1")).isTrue();
    }

    @Test
    void aFullListenerLeavesEachOtherItsShareOfTheMemory() {
        assertThat(fill(another("submission"))).hasSize(3);
        assertThat(fill(limits)).hasSize(2);
    }

    @Test
    void theServerItselfIsLeftItsPartOfTheHeap() {
        assertThat(SessionMemory.ofHeap(512L << 20).sessions().octets()).isEqualTo(96L << 20);
        assertThat(SessionMemory.ofHeap(64L << 20).sessions().octets()).isEqualTo(8L << 20);
        assertThat(SessionMemory.heapFor(96L << 20)).isEqualTo(512L << 20);
        assertThat(SessionMemory.heapFor(8L << 20)).isEqualTo(64L << 20);
    }

    @Test
    void aShareThatALimitDoesNotAskForIsEverybodys() {
        SessionLimits small = new SessionLimits("internal", new ListenerSettings.Sessions(1, 1),
                new InMemorySessionCounters(), memory, 10);
        assertThat(fill(another("submission"))).hasSizeGreaterThanOrEqualTo(3);
        assertThat(small.enter()).isPresent();
    }

    @Test
    void aListenerThatIsClosedKeepsNoShare() {
        limits.close();
        assertThat(fill(another("submission"))).hasSize(5);
    }

    @Test
    void whoLeavesMakesRoom() {
        enters("192.0.2.1");
        SessionLimits.Place second = limits.enter().orElseThrow();
        second.occupiedBy(InetAddress.ofLiteral("192.0.2.1"));
        second.leave();
        assertThat(enters("192.0.2.1")).isTrue();
        assertThat(limits.total()).isEqualTo(2);
    }

    @Test
    void addressesOfOneIpv6NetworkAreOneClient() {
        enters("2001:db8::1");
        enters("2001:db8::2");
        SessionLimits.Place third = limits.enter().orElseThrow();
        assertThat(third.occupiedBy(InetAddress.ofLiteral("2001:db8::3"))).isPresent();
        assertThat(third.occupiedBy(InetAddress.ofLiteral("2001:db8:0:1::3"))).isEmpty();
    }
}

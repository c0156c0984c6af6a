package org.postern.ra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;

class SessionLimitsTest {
    private final SessionLimits limits = new SessionLimits("mx", new ListenerSettings.Sessions(3, 2),
            new InMemorySessionCounters());

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

package org.postern.ra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;

class SessionLimitsTest {
    private final SessionLimits limits = new SessionLimits(new ListenerSettings.Sessions(3, 2));

    private boolean enters(String client) {
        return limits.enter(InetAddress.ofLiteral(client)).isEmpty();
    }

    @Test
    void aClientGetsNoMoreThanItsShare() {
        assertThat(enters("192.0.2.1")).isTrue();
        assertThat(enters("192.0.2.1")).isTrue();
        assertThat(limits.enter(InetAddress.ofLiteral("192.0.2.1"))).hasValue("maxSessionsPerClient is 2");
        assertThat(enters("192.0.2.2")).isTrue();
    }

    @Test
    void allTogetherGetNoMoreThanTheTotal() {
        enters("192.0.2.1");
        enters("192.0.2.2");
        enters("192.0.2.3");
        assertThat(limits.enter(InetAddress.ofLiteral("192.0.2.4"))).hasValue("maxSessions is 3");
    }

    @Test
    void whoLeavesMakesRoom() {
        enters("192.0.2.1");
        enters("192.0.2.1");
        limits.leave(InetAddress.ofLiteral("192.0.2.1"));
        assertThat(enters("192.0.2.1")).isTrue();
    }

    @Test
    void addressesOfOneIpv6NetworkAreOneClient() {
        enters("2001:db8::1");
        enters("2001:db8::2");
        assertThat(enters("2001:db8::3")).isFalse();
        assertThat(enters("2001:db8:0:1::3")).isTrue();
    }
}

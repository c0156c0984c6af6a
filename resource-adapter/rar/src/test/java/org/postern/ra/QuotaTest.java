package org.postern.ra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;

class QuotaTest {
    private final Quota quota = Quota.of(1000);

    private Quota.Holding of(String client) {
        return quota.heldBy(InetAddress.ofLiteral(client));
    }

    @Test
    void oneNetworkGetsNoMoreThanItLeaves() {
        Quota.Holding first = of("192.0.2.1");
        assertThat(first.grow(500)).isTrue();
        assertThat(first.grow(1)).isFalse();
        assertThat(first.octets()).isEqualTo(500);
    }

    @Test
    void allHoldingsOfANetworkCount() {
        assertThat(of("2001:db8::1").grow(300)).isTrue();
        assertThat(of("2001:db8::2").grow(300)).isFalse();
        assertThat(of("2001:db8::2").grow(200)).isTrue();
    }

    @Test
    void whoComesWhenManyAreThereStillGetsSomething() {
        for (int i = 1; i < 100; i++) {
            Quota.Holding greedy = of("192.0.2." + i);
            while (greedy.grow(1)) {
                assertThat(greedy.octets()).isPositive();
            }
        }
        assertThat(quota.free()).isPositive();
        Quota small = Quota.of(1_000_000);
        for (int i = 1; i <= 3; i++) {
            assertThat(small.heldBy(InetAddress.ofLiteral("192.0.2." + i)).grow(small.free() / 2)).isTrue();
        }
        assertThat(small.heldBy(InetAddress.ofLiteral("192.0.2.4")).grow(62_500)).isTrue();
    }

    @Test
    void whatIsFreedCanBeGrantedAgain() {
        Quota.Holding holding = of("192.0.2.1");
        assertThat(holding.grow(400)).isTrue();
        holding.free();
        holding.free();
        assertThat(quota.free()).isEqualTo(1000);
        assertThat(holding.grow(500)).isTrue();
    }

    @Test
    void aLimitThatSinksTakesNothingBack() {
        long[] limit = {1000};
        Quota sinking = new Quota(() -> limit[0]);
        Quota.Holding holding = sinking.heldBy(InetAddress.ofLiteral("192.0.2.1"));
        assertThat(holding.grow(400)).isTrue();
        limit[0] = 100;
        assertThat(holding.grow(1)).isFalse();
        holding.free();
        assertThat(holding.grow(50)).isTrue();
    }
}

package org.postern.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.network.Network;
import org.postern.network.Networks;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

class OwnAddressesTest {
    private static final Networks TOLD = new Networks(List.of(Network.parse("192.0.2.0/28")));

    private static InetAddress address(String literal) {
        return InetAddress.ofLiteral(literal);
    }

    @Test
    void knowsWhatItWasTold() {
        OwnAddresses own = new OwnAddresses(TOLD, Optional.empty());
        assertThat(own.test(address("192.0.2.3"))).isTrue();
        assertThat(own.test(address("192.0.2.33"))).isFalse();
        assertThat(own.test(address("127.0.0.1"))).isFalse();
    }

    @Test
    void knowsTheAddressOnWhichItListens() {
        OwnAddresses own = new OwnAddresses(TOLD, Optional.of(address("127.0.0.2")));
        assertThat(own.test(address("127.0.0.2"))).isTrue();
        assertThat(own.test(address("127.0.0.3"))).isFalse();
    }

    @Test
    void knowsAllAddressesOfTheMachineWhereItListensOnAll() {
        OwnAddresses own = new OwnAddresses(TOLD, Optional.of(address("0.0.0.0")));
        assertThat(own.test(address("127.0.0.1"))).isTrue();
        assertThat(own.test(address("::1"))).isTrue();
        assertThat(own.test(address("198.51.100.7"))).isFalse();
    }
}

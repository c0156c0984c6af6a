package org.postern.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;

class ClientNetworkTest {
    @Test
    void isAnAddressOfIpv4() {
        assertThat(ClientNetwork.of(InetAddress.ofLiteral("192.0.2.9"))).isEqualTo("192.0.2.9");
    }

    @Test
    void isANetworkOfIpv6() {
        assertThat(ClientNetwork.of(InetAddress.ofLiteral("2001:db8:1:2:3:4:5:6")))
                .isEqualTo(ClientNetwork.of(InetAddress.ofLiteral("2001:db8:1:2::1")))
                .isNotEqualTo(ClientNetwork.of(InetAddress.ofLiteral("2001:db8:1:3::1")))
                .isEqualTo("2001:db8:1:2:0:0:0:0/64");
    }

    @Test
    void theWidestIsWhatOneCustomerMayHaveAllOf() {
        assertThat(ClientNetwork.wide(InetAddress.ofLiteral("192.0.2.9"))).isEqualTo("192.0.2.0/24");
        assertThat(ClientNetwork.wide(InetAddress.ofLiteral("2001:db8:1:2:3:4:5:6")))
                .isEqualTo("2001:db8:1:0:0:0:0:0/48");
    }
}

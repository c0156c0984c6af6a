package org.postern.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postern.network.Network;
import org.postern.network.Networks;
import org.postern.web.door.Client.Forwarded;

import java.util.List;

class ClientTest {
    private static final Networks PROXIES = Networks.parse("127.0.0.1, 192.0.2.0/24");

    private static Client client(String peer, String addresses, String protocol) {
        return Client.of(Network.address(peer), false,
                new Forwarded(List.of(addresses), List.of(protocol), List.of("console.example"), "inside:8080"),
                PROXIES);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"127.0.0.1 | 198.51.100.7 | 198.51.100.7",
            "127.0.0.1 | 203.0.113.1, 198.51.100.7 | 198.51.100.7",
            "127.0.0.1 | 203.0.113.1, 198.51.100.7, 192.0.2.9 | 198.51.100.7",
            "127.0.0.1 | 198.51.100.7:4711 | 198.51.100.7", "127.0.0.1 | [2001:db8::1]:4711 | 2001:db8:0:0:0:0:0:1",
            "127.0.0.1 | 203.0.113.1, unknown | 127.0.0.1", "127.0.0.1 | '' | 127.0.0.1",
            "127.0.0.1 | 192.0.2.1, 192.0.2.2 | 192.0.2.1", "198.51.100.1 | 127.0.0.1 | 198.51.100.1"})
    void theClientIsTheLastOnTheWayThatIsNoProxyOfOurs(String peer, String addresses, String client) {
        assertThat(client(peer, addresses, "https").address().getHostAddress()).isEqualTo(client);
    }

    @Test
    void aStrangersWordForHostAndProtocolCountsNothing() {
        Client stranger = client("198.51.100.1", "203.0.113.1", "https");
        assertThat(stranger.secure()).isFalse();
        assertThat(stranger.host()).isEqualTo("inside:8080");
        Client proxied = client("127.0.0.1", "203.0.113.1", "https");
        assertThat(proxied.secure()).isTrue();
        assertThat(proxied.host()).isEqualTo("console.example");
        assertThat(client("127.0.0.1", "203.0.113.1", "https, http").secure()).isFalse();
    }

    @Test
    void aNetworkOfIpv6IsOneClient() {
        assertThat(client("127.0.0.1", "2001:db8::1", "").network())
                .isEqualTo(client("127.0.0.1", "2001:db8::2:3", "").network());
    }
}

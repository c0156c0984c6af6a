package org.postern.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;

class NetworkTest {
    @ParameterizedTest
    @CsvSource({"10.0.0.0/8,10.255.0.1,true", "10.0.0.0/8,11.0.0.1,false", "192.0.2.128/25,192.0.2.127,false",
            "192.0.2.128/25,192.0.2.200,true", "192.0.2.4/30,192.0.2.7,true", "192.0.2.4/30,192.0.2.8,false",
            "0.0.0.0/0,203.0.113.9,true", "192.0.2.1,192.0.2.1,true", "192.0.2.1,192.0.2.2,false",
            "2001:db8::/32,2001:db8:ffff::1,true", "2001:db8::/32,2001:db9::1,false", "::1,::1,true",
            "2001:db8:0:8000::/49,2001:db8:0:ffff::1,true", "2001:db8:0:8000::/49,2001:db8:0:7fff::1,false"})
    void containsTheAddressesThatShareItsPrefix(String network, String address, boolean contained) {
        assertThat(Network.parse(network).contains(InetAddress.ofLiteral(address))).isEqualTo(contained);
    }

    @Test
    void neverContainsAnAddressOfTheOtherFamily() {
        assertThat(Network.parse("0.0.0.0/0").contains(InetAddress.ofLiteral("::1"))).isFalse();
        assertThat(Network.parse("::/0").contains(InetAddress.ofLiteral("127.0.0.1"))).isFalse();
    }

    @Test
    void takesAnIpv4MappedAddressForTheIpv4Address() {
        assertThat(Network.parse("10.0.0.0/8").contains(InetAddress.ofLiteral("::ffff:10.1.2.3"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "10.0.0", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "10.0.0.0/", "10.0.0.256",
            "10.0.0.1/8", "192.0.2.129/25", "::/129", "2001:db8::1/32", "localhost", "a.b.c.d", "10.0.0.0/8/8", "1:2"})
    void refusesWhatIsNoNetwork(String text) {
        assertThatThrownBy(() -> Network.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isWrittenAsItIsRead() {
        assertThat(Network.parse("10.0.0.0/8")).hasToString("10.0.0.0/8").isEqualTo(Network.parse("10.0.0.0/8"));
    }
}

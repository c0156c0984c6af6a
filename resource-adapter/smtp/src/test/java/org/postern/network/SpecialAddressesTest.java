package org.postern.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecialAddressesTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1",
            "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "::", "::ffff:10.0.0.1", "::10.0.0.1", "fe80::1",
            "fd00::25", "64:ff9b::a00:1", "2002:a00:1::1", "ff02::1"})
    void areNoPlacesOfTheInternet(String address) {
        assertThat(SpecialAddresses.has(Network.address(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "192.0.3.1", "2a00:1450::1", "2606:4700::1111", "2001:4860::8"})
    void ofTheInternetAreNone(String address) {
        assertThat(SpecialAddresses.has(Network.address(address))).isFalse();
    }
}

package org.postern.config.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.network.Network;
import org.postern.sentence.RefusedException;

class NetworkTextTest {
    @Test
    void whatIsANetworkIsRead() {
        assertThat(NetworkText.network("192.0.2.0/24")).isEqualTo(Network.parse("192.0.2.0/24"));
        assertThat(NetworkText.address("2001:db8::1")).isEqualTo(Network.address("2001:db8::1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "example", "1.2.3", "1.2.3.4.5", "192.0.2.9/24", "192.0.2.0/33", "192.0.2.0/-1",
            "192.0.2.0/x", "192.0.2.0/", "x/24", "2001:db8::/129", "2001:db8::1/32", "::g", "192.0.2.0/99999999999"})
    void whatIsNoneIsRefusedInTheSameWordsAsASentence(String text) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> NetworkText.network(text));
        IllegalArgumentException plain = catchThrowableOfType(IllegalArgumentException.class,
                () -> Network.parse(text));
        assertThat(refused).hasMessage(plain.getMessage());
        assertThat(refused.sentence().isAsItIs()).isFalse();
    }
}

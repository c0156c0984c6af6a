package org.postern.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;

class NetworksTest {
    private static final Networks SOME = Networks.parse("192.0.2.0/24, 2001:db8::10");

    @Test
    void containWhatOneOfThemContains() {
        assertThat(SOME.contains(InetAddress.ofLiteral("192.0.2.200"))).isTrue();
        assertThat(SOME.contains(InetAddress.ofLiteral("2001:db8::10"))).isTrue();
        assertThat(SOME.contains(InetAddress.ofLiteral("2001:db8::11"))).isFalse();
        assertThat(Networks.NONE.contains(InetAddress.ofLiteral("192.0.2.200"))).isFalse();
    }

    @Test
    void areReadAroundBlanks() {
        assertThat(Networks.parse(" ,192.0.2.0/24,,2001:db8::10 ,")).isEqualTo(SOME);
        assertThat(Networks.parse("")).isEqualTo(Networks.NONE);
    }

    @Test
    void nameTheOneThatIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> Networks.parse("192.0.2.0/24,10.0.0.1/8"))
                .withMessageContainingAll("'10.0.0.1/8'", "bits set");
    }
}

package org.postern.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {
    @ParameterizedTest
    @ValueSource(strings = {"mx:example.com", "host:mail.example.com:25", "host:[::1]:25", "lmtp:store.example.com:24",
            "lmtp:[::1]:24", "queue:orders", "topic:orders", "reports", "sink",
            "sink:defer=20%,refuse=5%,cut=1%,delay=2s", "smart:a.example:25*3,[::1]:26;c.example:25"})
    void isReadAsItIsWritten(String text) {
        assertThat(Destination.parse(text)).hasToString(text);
    }

    @Test
    void hasItsUsualPortWhereNoneIsWritten() {
        assertThat(Destination.parse("host:Relay.Example")).hasToString("host:relay.example:25");
        assertThat(Destination.parse("lmtp:2001:db8::1")).hasToString("lmtp:[2001:db8::1]:24");
    }

    @Test
    void isNothingElse() {
        assertThatThrownBy(() -> Destination.parse("uucp:example")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Destination.parse("orders")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Destination.parse("host:relay.example:0"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

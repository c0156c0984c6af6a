package org.postern.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {
    @ParameterizedTest
    @ValueSource(strings = {"mx:example.com", "host:mail.example.com:25", "host:[::1]:25", "lmtp:store.example.com:24",
            "lmtp:[::1]:24", "queue:orders"})
    void isReadAsItIsWritten(String text) {
        assertThat(Destination.parse(text)).hasToString(text);
    }

    @Test
    void isNothingElse() {
        assertThatThrownBy(() -> Destination.parse("uucp:example")).isInstanceOf(IllegalArgumentException.class);
    }
}

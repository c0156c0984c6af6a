package org.postern.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.postern.auth.dkim.Algorithm;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

class KeyLifeTest {
    private static final Instant MADE = SomeKeys.NOW;

    @Test
    void aKeyGoesThroughItsStatesInTheirOrderAndKnowsWhen() {
        KeyLife life = KeyLife.of(MADE);
        Instant now = MADE;
        for (KeyState state : KeyState.values()) {
            assertThat(life.state()).isEqualTo(state);
            assertThat(life.since()).isEqualTo(now);
            if (state != KeyState.RETIRED) {
                now = now.plus(Duration.ofDays(1));
                life = life.next(now);
            }
        }
        KeyLife over = life;
        assertThatThrownBy(() -> over.next(MADE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRetiredKeyHasNoPrivatePartAnyMore() {
        StoredKey retiring = SomeKeys.active("a.example", "1", Algorithm.ED25519_SHA256).next(MADE, "ann");
        assertThat(retiring.sealed()).isPresent();
        assertThat(retiring.next(MADE, "bob").sealed()).isEmpty();
        assertThat(retiring.next(MADE, "bob").changedBy()).isEqualTo("bob");
    }

    @Test
    void newKeysOfADayHaveNamesOfTheirOwn() {
        var rsa = Selectors.selector("20260301", Algorithm.RSA_SHA256);
        assertThat(rsa.text()).isEqualTo("20260301-rsa");
        assertThat(Selectors.stem(MADE, Set.of())).isEqualTo("20260301");
        assertThat(Selectors.stem(MADE, Set.of(rsa))).isEqualTo("20260301-2");
    }
}

package org.postern.signing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.auth.dkim.Algorithm;
import org.postern.mail.Domain;

import java.util.List;
import java.util.Optional;

class KeysInForceTest {
    private static final Domain A = new Domain("a.example");
    private static final StoredKey MADE = SomeKeys.made("a.example", "2", Algorithm.RSA_SHA256);
    private static final StoredKey ACTIVE = SomeKeys.active("a.example", "1", Algorithm.ED25519_SHA256);
    private final KeysInForce keys = new KeysInForce();

    @Test
    void activeKeysCountAndNoOthers() {
        assertThat(keys.isEmpty()).isTrue();
        assertThat(keys.now(List.of(MADE, ACTIVE, ACTIVE.next(SomeKeys.NOW, "ann")), Optional.of(SomeKeys.SEAL)))
                .isEmpty();
        assertThat(keys.of(new Domain("A.Example")).orElseThrow()).singleElement()
                .satisfies(key -> assertThat(key.selector().text()).isEqualTo("1-ed25519"));
        assertThat(keys.of(new Domain("sub.a.example"))).isEmpty();
        assertThat(keys.isEmpty()).isFalse();
    }

    @Test
    void whatWasOpenedOnceIsNotOpenedAgain() {
        keys.now(List.of(ACTIVE), Optional.of(SomeKeys.SEAL));
        var first = keys.of(A).orElseThrow().getFirst();
        assertThat(keys.now(List.of(MADE, ACTIVE), Optional.empty())).isEmpty();
        assertThat(keys.of(A).orElseThrow().getFirst()).isSameAs(first);
    }

    @Test
    void whatCannotBeOpenedIsToldAndItsDomainIsKnownAllTheSame() {
        KeySeal other = new KeySeal(
                "another secret of thirty-two oct".getBytes(US_ASCII));
        for (Optional<KeySeal> seal : List.of(Optional.<KeySeal>empty(), Optional.of(other))) {
            assertThat(keys.now(List.of(ACTIVE), seal)).singleElement()
                    .asString()
                    .contains("1-ed25519._domainkey.a.example", SomeKeys.SEAL.name());
            assertThat(keys.of(A)).contains(List.of());
        }
    }
}

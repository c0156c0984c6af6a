package org.postern.store.keys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.auth.dkim.Algorithm;
import org.postern.auth.dkim.DkimKeyPair;
import org.postern.mail.Domain;
import org.postern.signing.KeyLife;
import org.postern.signing.KeySeal;
import org.postern.signing.KeyState;
import org.postern.signing.SealedKey;
import org.postern.signing.SigningKeyStore;
import org.postern.signing.StoredKey;
import org.postern.store.TestDatabase;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class JpaSigningKeysTest {
    private static final TestDatabase DATABASE = new TestDatabase();
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final DkimKeyPair PAIR = DkimKeyPair.generate(Algorithm.RSA_SHA256);
    private static final KeySeal SEAL = new KeySeal(new byte[KeySeal.SECRET_OCTETS]);
    private final SigningKeyStore keys = DATABASE.inTransactions(SigningKeyStore.class, JpaSigningKeys::new);

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static StoredKey key(String domain, String selector, Instant made) {
        Domain of = new Domain(domain);
        Domain by = new Domain(selector);
        SealedKey sealed = SEAL.seal(PAIR.privateKey().getEncoded(), StoredKey.name(of, by), new Random(1));
        return new StoredKey(of, by, Algorithm.RSA_SHA256, PAIR.published(), Optional.of(sealed), KeyLife.of(made),
                "ann");
    }

    @Test
    void keepsKeysOfSeveralDomainsTheOldestFirst() {
        StoredKey second = key("a.example", "0", NOW.plus(Duration.ofDays(1)));
        StoredKey first = key("a.example", "1", NOW);
        StoredKey other = key("b.example", "1", NOW);
        assertThat(keys.put(keys.version(), List.of(other, second, first))).isTrue();
        assertThat(keys.all()).containsExactly(first, second, other);
        assertThat(keys.of(new Domain("A.example"))).containsExactly(first, second);
        assertThat(keys.count()).isEqualTo(3);
    }

    @Test
    void keepsEachStepOfItsLife() {
        StoredKey key = key("a.example", "1", NOW);
        while (true) {
            assertThat(keys.put(keys.version(), List.of(key))).isTrue();
            assertThat(keys.all()).containsExactly(key);
            if (key.state() == KeyState.RETIRED) {
                return;
            }
            key = key.next(key.life().since().plus(Duration.ofDays(1)), "bob");
        }
    }

    @Test
    void whoComesLaterFindsThatOthersWereFaster() {
        long version = keys.version();
        StoredKey key = key("a.example", "1", NOW);
        assertThat(keys.put(version, List.of(key))).isTrue();
        assertThat(keys.version()).isGreaterThan(version);
        assertThat(keys.put(version, List.of(key.next(NOW, "bob")))).isFalse();
        assertThat(keys.remove(version, key)).isFalse();
        assertThat(keys.all()).containsExactly(key);
    }

    @Test
    void forgetsAKey() {
        StoredKey key = key("a.example", "1", NOW);
        keys.put(keys.version(), List.of(key));
        assertThat(keys.remove(keys.version(), key)).isTrue();
        assertThat(keys.all()).isEmpty();
    }
}

package org.postern.signing;

import org.postern.auth.dkim.Algorithm;
import org.postern.auth.dkim.DkimKeyPair;
import org.postern.mail.Domain;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keys for tests; the pairs are made once. */
final class SomeKeys {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final KeySeal SEAL = new KeySeal(new byte[KeySeal.SECRET_OCTETS]);
    private static final Map<Algorithm, DkimKeyPair> PAIRS = Stream.of(Algorithm.values())
            .collect(Collectors.toMap(one -> one, DkimKeyPair::generate));

    private SomeKeys() {}

    static DkimKeyPair pair(Algorithm algorithm) {
        return PAIRS.get(algorithm);
    }

    /** {@return a key that was just made} */
    static StoredKey made(String domain, String stem, Algorithm algorithm) {
        DkimKeyPair pair = pair(algorithm);
        Domain selector = Selectors.selector(stem, algorithm);
        SealedKey sealed = SEAL.seal(pair.privateKey().getEncoded(), StoredKey.name(new Domain(domain), selector),
                new Random(1));
        return new StoredKey(new Domain(domain), selector, algorithm, pair.published(), Optional.of(sealed),
                KeyLife.of(NOW), "ann");
    }

    /** {@return one that signs} */
    static StoredKey active(String domain, String stem, Algorithm algorithm) {
        return made(domain, stem, algorithm).next(NOW, "ann").next(NOW, "ann");
    }
}

package org.postern.admin.domains;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.auth.dkim.Algorithm;
import org.postern.auth.dkim.DkimKeyPair;
import org.postern.mail.Domain;
import org.postern.sentence.Sentence;
import org.postern.signing.KeyLife;
import org.postern.signing.KeySeal;
import org.postern.signing.SealFile;
import org.postern.signing.SealedKey;
import org.postern.signing.Selectors;
import org.postern.signing.SigningKeyStore;
import org.postern.signing.StoredKey;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Makes keys, one of each algorithm, under selectors that were not used yet. */
@Singleton
public class NewKeys {
    private static final Sentence.Form WAITING = Sentence.form("keysWait",
            "There are keys of {0} that sign nothing yet: switch to them, or forget them.");
    private static final Sentence.Form MANY_OF_DOMAIN = Sentence.form("manyKeysOfDomain",
            "There are {0} keys of {1} already; forget retired ones.");
    private static final Sentence.Form MANY = Sentence.form("manyKeys",
            "There are {0} keys already; forget retired ones.");
    private static final Sentence.Form NO_SEAL = Sentence.form("noSeal",
            "The seal of keys cannot be read or written: {0}");
    private static final Sentence.Form OTHER_SEAL = Sentence.form("otherSeal",
            "Keys in the database have the seal {0}, which this node has not: copy the file {1} from the node that made them, or retire and forget them.");
    private static final int TOGETHER = Algorithm.values().length;

    private final SigningKeyStore store;
    private final SealFile file;
    private final InstantSource clock;
    private final RandomGenerator random;

    @Inject
    NewKeys(SigningKeyStore store, SealFile file, InstantSource clock, RandomGenerator random) {
        this.store = store;
        this.file = file;
        this.clock = clock;
        this.random = random;
    }

    /** {@return what stands in the way; empty if they are made} */
    Optional<Sentence> make(Domain domain, String by) {
        long version = store.version();
        List<StoredKey> known = store.of(domain);
        if (known.stream().anyMatch(StoredKey::isWaiting)) {
            return Optional.of(WAITING.with(domain.toString()));
        }
        if (known.size() + TOGETHER > SigningKeyStore.MOST_OF_DOMAIN) {
            return Optional.of(MANY_OF_DOMAIN.with(known.size(), domain.toString()));
        }
        if (store.count() + TOGETHER > SigningKeyStore.MOST_KEYS) {
            return Optional.of(MANY.with(SigningKeyStore.MOST_KEYS));
        }
        try {
            Optional<Sentence> otherSeal = otherSeal();
            if (otherSeal.isPresent()) {
                return otherSeal;
            }
            return store.put(version, made(domain, known, file.sealOrNew(), by))
                    ? Optional.empty()
                    : Optional.of(KeyDesk.FASTER);
        } catch (IOException e) {
            return Optional.of(NO_SEAL.with(String.valueOf(e.getMessage())));
        }
    }

    /** Were there two seals, each node could open only a part of the keys. */
    private Optional<Sentence> otherSeal() throws IOException {
        Optional<String> own = file.seal().map(KeySeal::name);
        return store.all()
                .stream()
                .flatMap(key -> key.sealed().stream())
                .map(SealedKey::seal)
                .filter(seal -> !own.equals(Optional.of(seal)))
                .findFirst()
                .map(seal -> OTHER_SEAL.with(seal, file.path().toString()));
    }

    private List<StoredKey> made(Domain domain, List<StoredKey> known, KeySeal seal, String by) {
        Instant now = clock.instant();
        String stem = Selectors.stem(now, known.stream().map(StoredKey::selector).collect(Collectors.toSet()));
        List<StoredKey> keys = new ArrayList<>(TOGETHER);
        for (Algorithm algorithm : Algorithm.values()) {
            Domain selector = Selectors.selector(stem, algorithm);
            DkimKeyPair pair = DkimKeyPair.generate(algorithm);
            SealedKey sealed = seal.seal(pair.privateKey().getEncoded(), StoredKey.name(domain, selector), random);
            keys.add(new StoredKey(domain, selector, algorithm, pair.published(), Optional.of(sealed), KeyLife.of(now),
                    by));
        }
        return keys;
    }
}

package org.postern.signing;

import org.postern.auth.dkim.SigningKey;
import org.postern.mail.Domain;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The keys that sign, opened once and exchanged as a whole when something has changed. Read by many threads, changed by one. */
public final class KeysInForce {
    private volatile Map<Domain, List<SigningKey>> present = Map.of();
    /** What was opened already, by what was sealed. */
    private Map<SealedKey, SigningKey> opened = Map.of();

    /** {@return the keys that this domain signs with, RSA first, since some look at no signature below; none where it signs nothing, an empty list where they cannot be opened here} */
    public Optional<List<SigningKey>> of(Domain domain) {
        return Optional.ofNullable(present.get(domain));
    }

    /** {@return whether no domain signs} */
    public boolean isEmpty() {
        return present.isEmpty();
    }

    /**
     * From now on, those of these keys that are active count.
     *
     * @param seal of this node; empty if it has none
     * @return what is wrong with those that cannot be opened, each in a few words
     */
    public List<String> now(List<StoredKey> keys, Optional<KeySeal> seal) {
        Map<Domain, List<SigningKey>> next = new HashMap<>();
        Map<SealedKey, SigningKey> kept = new HashMap<>();
        Map<String, String> problems = new TreeMap<>();
        for (StoredKey key : keys) {
            if (key.state() == KeyState.ACTIVE && key.sealed().isPresent()) {
                List<SigningKey> ofDomain = next.computeIfAbsent(key.domain(), any -> new ArrayList<>(2));
                SealedKey sealed = key.sealed().get();
                try {
                    SigningKey open = opened.containsKey(sealed) ? opened.get(sealed) : open(key, sealed, seal);
                    kept.put(sealed, open);
                    ofDomain.add(open);
                } catch (GeneralSecurityException e) {
                    problems.put(key.name(), "the key " + key.name() + " cannot be opened: " + e.getMessage());
                }
            }
        }
        next.values().forEach(ofDomain -> ofDomain.sort(Comparator.comparing(SigningKey::algorithm)));
        opened = kept;
        present = next;
        return List.copyOf(problems.values());
    }

    private static SigningKey open(StoredKey key, SealedKey sealed, Optional<KeySeal> seal)
            throws GeneralSecurityException {
        if (seal.isEmpty() || !seal.get().name().equals(sealed.seal())) {
            throw new GeneralSecurityException("it has the seal " + sealed.seal() + ", and this node "
                    + seal.map(own -> "has " + own.name()).orElse("has none"));
        }
        return SigningKey.of(key.domain(), key.selector(), key.algorithm(), seal.get().open(sealed, key.name()));
    }
}

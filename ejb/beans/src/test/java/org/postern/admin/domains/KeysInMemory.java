package org.postern.admin.domains;

import org.postern.mail.Domain;
import org.postern.signing.SigningKeyStore;
import org.postern.signing.StoredKey;

import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/** Keys without a database. */
final class KeysInMemory implements SigningKeyStore {
    private final SequencedMap<String, StoredKey> keys = new TreeMap<>();
    private long version;

    @Override
    public long version() {
        return version;
    }

    @Override
    public List<StoredKey> all() {
        return List.copyOf(keys.values());
    }

    @Override
    public List<StoredKey> of(Domain domain) {
        return keys.values().stream().filter(key -> key.domain().equals(domain)).toList();
    }

    @Override
    public long count() {
        return keys.size();
    }

    @Override
    public boolean put(long before, List<StoredKey> changed) {
        boolean first = before == version;
        if (first) {
            version++;
            changed.forEach(key -> keys.put(key.name(), key));
        }
        return first;
    }

    @Override
    public boolean remove(long before, StoredKey key) {
        boolean first = before == version;
        if (first) {
            version++;
            keys.remove(key.name());
        }
        return first;
    }
}

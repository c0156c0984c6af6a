package org.postern.signing;

import org.postern.mail.Domain;

import java.util.List;

/** Keys of all domains, the same for all nodes. Each change has another version: nodes see by it that there is something new, and people that others were faster. */
public interface SigningKeyStore {
    /** The most keys of all domains together; some 6 KB of memory each, where they sign. */
    int MOST_KEYS = 5000;
    /** The most keys of one domain. */
    int MOST_OF_DOMAIN = 20;

    /** {@return a number that each change makes greater} */
    long version();

    /** {@return all keys, in the order of their domains} */
    List<StoredKey> all();

    /** {@return the keys of this domain, the oldest first} */
    List<StoredKey> of(Domain domain);

    /** {@return how many keys there are} */
    long count();

    /**
     * Keeps keys, each in place of one with the same name: all of them, or none.
     *
     * @param version that these changes were thought out for
     * @return whether it is still the present one; if not, nothing has changed
     */
    boolean put(long version, List<StoredKey> keys);

    /** Forgets a key, under the same condition. */
    boolean remove(long version, StoredKey key);
}

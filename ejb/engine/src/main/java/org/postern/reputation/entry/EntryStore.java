package org.postern.reputation.entry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the entries, for all nodes. A failure is an unchecked exception. */
public interface EntryStore {
    /** The most entries there are; all of them are held in memory. */
    int MOST = 100_000;

    /** {@return a number that is another one after each change but those of hits} */
    long version();

    /** {@return all, in the order in which they were added} */
    List<ListEntry> entries();

    /** {@return those with a larger key, in that order, with all that is known of them} */
    List<StoredEntry> after(long key, int limit);

    /** {@return those of this effect with a larger key whose party, owner or comment has this in it, whatever the case; in that order} */
    List<StoredEntry> find(ListEntry.Effect effect, String part, long key, int limit);

    /** {@return how many there are} */
    long count();

    /** {@return the one that says the same of the same for the same owner, if there is one} */
    Optional<String> key(ListEntry entry);

    /** Adds an entry; its key is given to it. */
    void add(ListEntry entry, String by, Instant at);

    /** {@return whether there was one with this key; it is as this one from now on, and keeps its hits} */
    boolean replace(ListEntry entry, String by, Instant at);

    /** {@return whether there was one with this key} */
    boolean remove(String key);

    /** Adds hits, by key; those of entries that are gone are lost. */
    void hit(Map<String, Long> hits, Instant at);
}

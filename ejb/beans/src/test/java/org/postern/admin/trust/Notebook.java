package org.postern.admin.trust;

import org.postern.reputation.entry.EntryStore;
import org.postern.reputation.entry.ListEntry;
import org.postern.reputation.entry.StoredEntry;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Entries in memory. */
public final class Notebook implements EntryStore {
    private final List<StoredEntry> kept = new ArrayList<>();

    @Override
    public long version() {
        return 0;
    }

    @Override
    public List<ListEntry> entries() {
        return kept.stream().map(StoredEntry::entry).toList();
    }

    @Override
    public List<StoredEntry> after(long key, int limit) {
        return kept.stream().filter(stored -> Long.parseLong(stored.entry().key()) > key).limit(limit).toList();
    }

    @Override
    public List<StoredEntry> find(ListEntry.Effect effect, String part, long key, int limit) {
        return after(key, Integer.MAX_VALUE).stream()
                .filter(stored -> stored.entry().effect() == effect)
                .filter(stored -> (stored.entry().party() + " " + stored.entry().owner() + " "
                        + stored.entry().comment()).contains(part))
                .limit(limit)
                .toList();
    }

    @Override
    public long count() {
        return kept.size();
    }

    @Override
    public Optional<String> key(ListEntry entry) {
        return entries().stream()
                .filter(other -> other.effect() == entry.effect() && other.owner().equals(entry.owner())
                        && other.party().toString().equals(entry.party().toString()))
                .map(ListEntry::key)
                .findFirst();
    }

    @Override
    public void add(ListEntry entry, String by, Instant at) {
        kept.add(new StoredEntry(new ListEntry(Integer.toString(kept.size() + 1), entry.effect(), entry.party(),
                entry.owner(), entry.comment(), entry.expiry()), by, at, 0, Optional.empty()));
    }

    @Override
    public boolean replace(ListEntry entry, String by, Instant at) {
        return kept.removeIf(stored -> stored.entry().key().equals(entry.key()))
                && kept.add(new StoredEntry(entry, by, at, 0, Optional.empty()));
    }

    @Override
    public boolean remove(String key) {
        return kept.removeIf(stored -> stored.entry().key().equals(key));
    }

    @Override
    public void hit(Map<String, Long> hits, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** {@return a desk at which these are kept} */
    public EntryDesk desk() {
        return new EntryDesk(this, InstantSource.system());
    }
}

package org.postern.admin.trust;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.reputation.entry.EntryStore;
import org.postern.reputation.entry.ListEntry;
import org.postern.reputation.entry.StoredEntry;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What can be done with the lists of those who are allowed and blocked. Each act gives back what was wrong with it; empty if it is done. */
@Singleton
public class EntryDesk {
    /** The most entries of one answer. */
    public static final int MAX_LIMIT = 1000;

    private final EntryStore store;
    private final InstantSource clock;

    @Inject
    EntryDesk(EntryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** {@return those with a larger key, in the order in which they were added} */
    public List<StoredEntry> after(long key, int limit) {
        return store.after(key, Math.min(limit, MAX_LIMIT));
    }

    public Optional<String> add(EntryDraft draft, String by) {
        return written(draft, "0", entry -> {
            Optional<String> same = store.key(entry).map(key -> "There is such an entry already: " + key + ".");
            if (same.isEmpty() && store.count() >= EntryStore.MOST) {
                return Optional.of("There are " + EntryStore.MOST + " entries already.");
            }
            if (same.isEmpty()) {
                store.add(entry, by, clock.instant());
            }
            return same;
        });
    }

    /** The same, where nothing is wrong if there is such an entry already. */
    public Optional<String> ensure(EntryDraft draft, String by) {
        return written(draft, "0", entry -> store.key(entry).isPresent() ? Optional.empty() : add(draft, by));
    }

    public Optional<String> change(long key, EntryDraft draft, String by) {
        return written(draft, Long.toString(key), entry -> store.key(entry)
                .filter(other -> !other.equals(entry.key()))
                .map(other -> "There is such an entry already: " + other + ".")
                .or(() -> found(store.replace(entry, by, clock.instant()))));
    }

    public Optional<String> remove(long key) {
        return found(store.remove(Long.toString(key)));
    }

    private Optional<String> written(EntryDraft draft, String key,
            Function<ListEntry, Optional<String>> act) {
        ListEntry entry;
        try {
            entry = draft.toEntry(key, clock.instant());
        } catch (IllegalArgumentException wrong) {
            return Optional.of(wrong.getMessage());
        }
        return act.apply(entry);
    }

    private static Optional<String> found(boolean found) {
        return found ? Optional.empty() : Optional.of("There is no such entry.");
    }
}

package org.postern.admin.trust;

import org.postern.admin.kept.Shelf;
import org.postern.reputation.entry.EntryStore;

import java.time.InstantSource;

/** The desk and the shelf of those who are allowed and blocked, for tests of others. */
public final class SomeEntries {
    private SomeEntries() {}

    public static EntryDesk desk(EntryStore store, InstantSource clock) {
        return new EntryDesk(store, clock);
    }

    public static Shelf shelf(EntryStore store, InstantSource clock) {
        return new EntryShelf(store, clock);
    }
}

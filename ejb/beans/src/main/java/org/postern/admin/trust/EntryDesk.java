package org.postern.admin.trust;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Act;
import org.postern.admin.access.Acts;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;
import org.postern.admin.kept.Edits;
import org.postern.config.kept.KeptThing;
import org.postern.reputation.entry.EntryStore;
import org.postern.reputation.entry.ListEntry;
import org.postern.reputation.entry.StoredEntry;
import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What can be done with the lists of those who are allowed and blocked. Each act gives back what was wrong with it; empty if it is done. */
@Desk
@Singleton
public class EntryDesk {
    /** The most entries of one answer. */
    public static final int MAX_LIMIT = 1000;

    private static final Sentence.Form ENTRY = Sentence.form("auditEntryX", "list entry {0}");
    private static final Sentence.Form ALLOW = Sentence.form("auditEntryAllowX", "allow {0}");
    private static final Sentence.Form BLOCK = Sentence.form("auditEntryBlockX", "block {0}");
    private static final Sentence.Form FOR = Sentence.form("auditEntryXForX", "{0} for {1}");
    private static final Sentence.Form UNTIL = Sentence.form("auditEntryXUntilX", "{0} until {1}");
    private static final Sentence.Form THERE = Sentence.form("entryThere", "There is such an entry already: {0}.");
    private static final Sentence.Form FULL = Sentence.form("manyEntries", "There are {0} entries already.");
    private static final Sentence NO_SUCH_ENTRY = Sentence.form("noSuchEntry", "There is no such entry.").with();

    private final EntryStore store;
    private final InstantSource clock;

    @Inject
    EntryDesk(EntryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** {@return those with a larger key, in the order in which they were added} */
    @Looks(Role.AUDITOR)
    public List<StoredEntry> after(long key, int limit) {
        return store.after(key, Math.min(limit, MAX_LIMIT));
    }

    /** {@return those of one list with a larger key whose party, owner or comment has this in it; all, if it is empty} */
    @Looks(Role.AUDITOR)
    public List<StoredEntry> find(ListEntry.Effect effect, String part, long key, int limit) {
        return store.find(effect, part.strip(), key, Math.min(limit, MAX_LIMIT));
    }

    /** {@return the one with this key} */
    @Looks(Role.AUDITOR)
    public Optional<StoredEntry> find(long key) {
        return stored(key);
    }

    private Optional<StoredEntry> stored(long key) {
        return store.after(key - 1, 1)
                .stream()
                .filter(stored -> stored.entry().key().equals(Long.toString(key)))
                .findFirst();
    }

    /** {@return the key of the entry that says the same of the same for the same owner; empty if there is none} */
    @Looks(Role.AUDITOR)
    public Optional<String> key(EntryDraft draft) {
        return store.key(draft.toEntry("0", clock.instant()));
    }

    @Acts(value = Role.OPERATOR, as = "list entry added", atOnce = true)
    public Optional<Sentence> add(EntryDraft draft, String by) {
        return written(draft, "0", entry -> {
            Optional<Sentence> wrong = store.key(entry)
                    .map(THERE::with)
                    .or(this::oneTooMany);
            if (wrong.isEmpty()) {
                Act.tells(Sentence.asItIs(entry.party().toString()), Act.NOTHING, said(entry));
                Edits.tell(Optional.empty(), Optional.of(EntryShelf.thing(entry)));
                store.add(entry, by, clock.instant());
            }
            return wrong;
        });
    }

    private Optional<Sentence> oneTooMany() {
        return store.count() >= EntryStore.MOST
                ? Optional.of(FULL.with(EntryStore.MOST))
                : Optional.empty();
    }

    /** {@return what {@link #ensure} would find wrong now} */
    @Looks(Role.OPERATOR)
    public Optional<Sentence> obstacle(EntryDraft draft) {
        return written(draft, "0", entry -> store.key(entry).isPresent() ? Optional.empty() : oneTooMany());
    }

    /** The same, where nothing is wrong if there is such an entry already. */
    @Acts(value = Role.OPERATOR, as = "list entry added", atOnce = true)
    public Optional<Sentence> ensure(EntryDraft draft, String by) {
        return written(draft, "0", entry -> {
            if (store.key(entry).isPresent()) {
                Act.didNothing();
                return Optional.empty();
            }
            return add(draft, by);
        });
    }

    @Acts(value = Role.OPERATOR, as = "list entry changed", atOnce = true)
    public Optional<Sentence> change(long key, EntryDraft draft, String by) {
        return written(draft, Long.toString(key), entry -> {
            Act.tells(Sentence.asItIs(entry.party().toString()), before(key), said(entry));
            Edits.tell(thing(key), Optional.of(EntryShelf.thing(entry)));
            return store.key(entry)
                    .filter(other -> !other.equals(entry.key()))
                    .map(THERE::with)
                    .or(() -> found(store.replace(entry, by, clock.instant())));
        });
    }

    @Acts(value = Role.OPERATOR, as = "list entry removed", atOnce = true)
    public Optional<Sentence> remove(long key) {
        Act.tells(ENTRY.with(Long.toString(key)), before(key), Act.NOTHING);
        Edits.tell(thing(key), Optional.empty());
        return found(store.remove(Long.toString(key)));
    }

    private Optional<KeptThing> thing(long key) {
        return stored(key).map(StoredEntry::entry).map(EntryShelf::thing);
    }

    private Sentence before(long key) {
        return stored(key).map(StoredEntry::entry).map(EntryDesk::said).orElse(Act.NOTHING);
    }

    private static Sentence said(ListEntry entry) {
        Sentence who = (switch (entry.effect()) {
            case ALLOW -> ALLOW;
            case BLOCK -> BLOCK;
        }).with(entry.party().toString());
        Sentence whose = entry.owner().equals(ListEntry.ALL) ? who : FOR.with(who, entry.owner());
        return entry.expiry().map(end -> UNTIL.with(whose, end.toString())).orElse(whose);
    }

    private Optional<Sentence> written(EntryDraft draft, String key,
            Function<ListEntry, Optional<Sentence>> act) {
        ListEntry entry;
        try {
            entry = draft.toEntry(key, clock.instant());
        } catch (IllegalArgumentException wrong) {
            return Optional.of(RefusedException.sentenceOf(wrong));
        }
        return act.apply(entry);
    }

    private static Optional<Sentence> found(boolean found) {
        return found ? Optional.empty() : Optional.of(NO_SUCH_ENTRY);
    }
}

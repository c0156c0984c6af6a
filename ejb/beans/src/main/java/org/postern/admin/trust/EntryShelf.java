package org.postern.admin.trust;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Role;
import org.postern.admin.kept.Shelf;
import org.postern.config.kept.KeptChange;
import org.postern.config.kept.KeptKind;
import org.postern.config.kept.KeptThing;
import org.postern.reputation.entry.EntryStore;
import org.postern.reputation.entry.ListEntry;
import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Those who are allowed and blocked, in the order of their names: when they were added does not matter. */
@Singleton
public class EntryShelf implements Shelf {
    private static final Sentence.Form NO_EFFECT = Sentence.form("notAnEffect",
            "effect is allow or block");
    private static final Sentence.Form NO_TIME = Sentence.form("notATime",
            "{0} is a time such as 2027-01-01T00:00:00Z, not {1}");

    private static final String EXPIRES = "expires";

    private final EntryStore store;
    private final InstantSource clock;

    @Inject
    EntryShelf(EntryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public KeptKind kind() {
        return KeptKind.ENTRY;
    }

    @Override
    public Role role() {
        return Role.OPERATOR;
    }

    @Override
    public long count() {
        return store.count();
    }

    @Override
    public int most() {
        return EntryStore.MOST;
    }

    @Override
    public List<KeptThing> all() {
        return store.entries()
                .stream()
                .map(EntryShelf::thing)
                .sorted(Comparator.comparing(KeptThing::key))
                .toList();
    }

    @Override
    public Optional<KeptThing> find(String key) {
        return all().stream().filter(thing -> thing.key().equals(key)).findFirst();
    }

    @Override
    public KeptThing proper(KeptThing thing) {
        return thing(entry("0", thing));
    }

    /** {@return an entry as one of the things that people keep} */
    static KeptThing thing(ListEntry entry) {
        return new KeptThing(KeptKind.ENTRY, Map.of("effect", List.of(word(entry.effect())), "party",
                List.of(entry.party().toString()), "owner", List.of(entry.owner()), EXPIRES,
                entry.expiry().map(EntryShelf::kept).map(Instant::toString).stream().toList(), "comment",
                List.of(entry.comment())));
    }

    /** A database keeps no more of a time. */
    private static Instant kept(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    private static String word(ListEntry.Effect effect) {
        return effect.name().toLowerCase(Locale.ROOT);
    }

    private ListEntry entry(String key, KeptThing thing) {
        ListEntry.Effect effect = switch (thing.text("effect")) {
            case "allow" -> ListEntry.Effect.ALLOW;
            case "block" -> ListEntry.Effect.BLOCK;
            default -> throw NO_EFFECT.refused();
        };
        ListEntry entry = new EntryDraft(effect, thing.text("party"), thing.text("owner"), thing.text("comment"), "")
                .toEntry(key, clock.instant());
        Optional<Instant> expiry = Optional.of(thing.text(EXPIRES))
                .filter(text -> !text.isEmpty())
                .map(EntryShelf::time);
        return new ListEntry(key, effect, entry.party(), entry.owner(), entry.comment(), expiry);
    }

    private static Instant time(String text) {
        try {
            return kept(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            throw (RefusedException) NO_TIME.refused(EXPIRES, text).initCause(e);
        }
    }

    @Override
    public void make(List<KeptChange> steps, List<String> order, String by) {
        Map<String, String> ids = new HashMap<>();
        store.entries().forEach(entry -> ids.putIfAbsent(thing(entry).key(), entry.key()));
        for (KeptChange step : steps) {
            Optional<String> id = Optional.ofNullable(ids.get(step.key()));
            step.after()
                    .ifPresentOrElse(after -> put(id, after, by), () -> id.ifPresent(store::remove));
        }
    }

    private void put(Optional<String> id, KeptThing after, String by) {
        id.ifPresentOrElse(key -> store.replace(entry(key, after), by, clock.instant()),
                () -> store.add(entry("0", after), by, clock.instant()));
    }
}

package org.postern.admin.routes;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Role;
import org.postern.admin.kept.Shelf;
import org.postern.config.kept.KeptChange;
import org.postern.config.kept.KeptKind;
import org.postern.config.kept.KeptThing;
import org.postern.routing.RoutingStore;
import org.postern.routing.StoredAlias;
import org.postern.sentence.RefusedException;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The aliases and lists of the database. */
@Singleton
public class AliasShelf implements Shelf {
    private final RoutingStore store;
    private final InstantSource clock;

    @Inject
    AliasShelf(RoutingStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public KeptKind kind() {
        return KeptKind.ALIAS;
    }

    @Override
    public Role role() {
        return Role.ADMINISTRATOR;
    }

    @Override
    public long count() {
        return store.aliasCount();
    }

    @Override
    public int most() {
        return RoutingStore.MOST_ALIASES;
    }

    @Override
    public List<KeptThing> all() {
        return store.aliases().stream().map(AliasShelf::thing).toList();
    }

    @Override
    public Optional<KeptThing> find(String key) {
        return store.alias(key).map(AliasShelf::thing);
    }

    @Override
    public KeptThing proper(KeptThing thing) {
        StoredAlias alias = alias(thing, "");
        AliasDesk.faultOf(alias).ifPresent(fault -> {
            throw new RefusedException(fault);
        });
        return thing(alias);
    }

    /** {@return an alias as one of the things that people keep} */
    static KeptThing thing(StoredAlias alias) {
        return new KeptThing(KeptKind.ALIAS, Map.of("address", List.of(alias.address()), "members", alias.members(),
                "owner", alias.owner().stream().toList(), "enabled", List.of(Boolean.toString(alias.enabled())),
                "comment", List.of(alias.remark())));
    }

    private StoredAlias alias(KeptThing thing, String by) {
        return AliasDesk.alias(thing.text("address"), thing.texts().getOrDefault("members", List.of()),
                thing.text("owner"), thing.enabled(), thing.text("comment"), by, clock.instant());
    }

    @Override
    public void make(List<KeptChange> steps, List<String> order, String by) {
        for (KeptChange step : steps) {
            if (!step.key().equals(step.keyAfter()) || step.after().isEmpty()) {
                store.deleteAlias(step.key());
            }
            step.after().ifPresent(after -> store.put(alias(after, by)));
        }
    }
}

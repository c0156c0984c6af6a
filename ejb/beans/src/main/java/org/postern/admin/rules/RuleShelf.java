package org.postern.admin.rules;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Role;
import org.postern.admin.kept.Numbered;
import org.postern.admin.kept.Shelf;
import org.postern.config.kept.KeptChange;
import org.postern.config.kept.KeptKind;
import org.postern.config.kept.KeptOrder;
import org.postern.config.kept.KeptThing;
import org.postern.config.rule.RuleText;
import org.postern.trust.rule.RuleStore;
import org.postern.trust.rule.StoredRule;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of the database. */
@Singleton
public class RuleShelf implements Shelf {
    private static final String ENABLED = "enabled";

    private final RuleStore store;
    private final InstantSource clock;

    @Inject
    RuleShelf(RuleStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public KeptKind kind() {
        return KeptKind.RULE;
    }

    @Override
    public Role role() {
        return Role.ADMINISTRATOR;
    }

    @Override
    public long count() {
        return store.rules().size();
    }

    @Override
    public int most() {
        return RuleStore.MOST;
    }

    @Override
    public List<KeptThing> all() {
        return store.rules().stream().map(RuleShelf::thing).toList();
    }

    @Override
    public Optional<KeptThing> find(String key) {
        return new KeptOrder(all()).find(key);
    }

    @Override
    public KeptThing proper(KeptThing thing) {
        text(thing).toRule();
        return thing(text(thing), thing.enabled());
    }

    /** {@return a rule as one of the things that people keep} */
    static KeptThing thing(StoredRule rule) {
        return thing(rule.text(), rule.enabled());
    }

    static KeptThing thing(RuleText text, boolean enabled) {
        Map<String, List<String>> texts = new LinkedHashMap<>(text.texts());
        texts.put(ENABLED, List.of(Boolean.toString(enabled)));
        return new KeptThing(KeptKind.RULE, texts);
    }

    /** {@return the name of the rule that stands behind this one; the empty string if none does} */
    static String next(List<StoredRule> rules, long id) {
        return rules.stream()
                .dropWhile(rule -> rule.id() != id)
                .skip(1)
                .findFirst()
                .map(rule -> rule.text().name())
                .orElse("");
    }

    private static RuleText text(KeptThing thing) {
        Map<String, List<String>> texts = new LinkedHashMap<>(thing.texts());
        texts.remove(ENABLED);
        return new RuleText(texts);
    }

    @Override
    public void make(List<KeptChange> steps, List<String> order, String by) {
        Map<String, Long> ids = new HashMap<>();
        store.rules().forEach(rule -> ids.put(rule.text().name(), rule.id()));
        store.order(new Numbered(ids).made(steps, order, (id, after) -> put(id, after, by), store::remove));
    }

    private long put(Optional<Long> known, KeptThing after, String by) {
        long id = known.orElseGet(() -> store.add(text(after), by, clock.instant()));
        if (known.isPresent()) {
            store.replace(id, text(after), by, clock.instant());
        }
        store.enable(id, after.enabled(), by, clock.instant());
        return id;
    }
}

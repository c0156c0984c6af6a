package org.postern.store.rules;

import org.postern.config.rule.RuleText;
import org.postern.trust.rule.RuleStore;
import org.postern.trust.rule.StoredRule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A store for tests that want no database. */
public final class InMemoryRules implements RuleStore {
    private final List<StoredRule> rules = new ArrayList<>();
    private long last;
    private long version;

    @Override
    public long version() {
        return version;
    }

    @Override
    public List<StoredRule> rules() {
        return List.copyOf(rules);
    }

    @Override
    public long add(RuleText text, String by, Instant at) {
        check(text, 0);
        version++;
        rules.add(new StoredRule(++last, true, text, by, at, 0, Optional.empty()));
        return last;
    }

    private void check(RuleText text, long id) {
        if (rules.stream().anyMatch(rule -> rule.id() != id && rule.text().name().equals(text.name()))) {
            throw new IllegalStateException("there is one of this name");
        }
    }

    @Override
    public boolean replace(long id, RuleText text, String by, Instant at) {
        check(text, id);
        version++;
        return changed(id, rule -> new StoredRule(id, rule.enabled(), text, by, at, rule.hits(), rule.lastHit()));
    }

    @Override
    public boolean enable(long id, boolean whether, String by, Instant at) {
        version++;
        return changed(id, rule -> new StoredRule(id, whether, rule.text(), by, at, rule.hits(), rule.lastHit()));
    }

    private boolean changed(long id, UnaryOperator<StoredRule> change) {
        int place = place(id);
        if (place >= 0) {
            rules.set(place, change.apply(rules.get(place)));
        }
        return place >= 0;
    }

    private int place(long id) {
        return rules.stream().map(StoredRule::id).toList().indexOf(id);
    }

    @Override
    public boolean moveBefore(long id, long other) {
        version++;
        if (place(id) < 0 || place(other) < 0) {
            return false;
        }
        StoredRule moved = rules.remove(place(id));
        rules.add(place(other), moved);
        return true;
    }

    @Override
    public void order(List<Long> ids) {
        version++;
        rules.sort(Comparator.comparing(rule -> ids.indexOf(rule.id())));
    }

    @Override
    public boolean remove(long id) {
        version++;
        return rules.removeIf(rule -> rule.id() == id);
    }

    @Override
    public void hit(Map<Long, Long> hits, Instant at) {
        hits.forEach((id, times) -> changed(id, rule -> new StoredRule(id, rule.enabled(), rule.text(),
                rule.changedBy(), rule.changedAt(), rule.hits() + times, Optional.of(at))));
    }
}

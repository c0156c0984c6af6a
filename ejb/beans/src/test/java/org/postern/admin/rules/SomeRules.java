package org.postern.admin.rules;

import org.postern.admin.kept.Shelf;
import org.postern.trust.rule.LiveRules;
import org.postern.trust.rule.RuleAssembly;
import org.postern.trust.rule.RuleStore;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;

/** The desk and the shelf of rules, for tests of others. */
public final class SomeRules {
    private SomeRules() {}

    public static RuleDesk desk(RuleStore store, InstantSource clock) {
        return new RuleDesk(store, new RuleAssembly(List.of()), new LiveRules(List.of()), clock, ZoneOffset.UTC);
    }

    public static Shelf shelf(RuleStore store, InstantSource clock) {
        return new RuleShelf(store, clock);
    }
}

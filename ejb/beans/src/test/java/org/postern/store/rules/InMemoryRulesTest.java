package org.postern.store.rules;

import org.postern.trust.rule.RuleStore;

class InMemoryRulesTest implements RuleStoreContract {
    private final RuleStore store = new InMemoryRules();

    @Override
    public RuleStore store() {
        return store;
    }
}

package org.postern.store.rules;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.postern.store.TestDatabase;
import org.postern.trust.rule.RuleStore;

class JpaRuleStoreTest implements RuleStoreContract {
    private static final TestDatabase DATABASE = new TestDatabase();
    private final RuleStore store = DATABASE.inTransactions(RuleStore.class, JpaRuleStore::new);

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Override
    public RuleStore store() {
        return store;
    }
}

package org.postern.store;

import jakarta.persistence.EntityManager;
import org.postern.admin.kept.Hold;
import org.postern.config.SettingStore;
import org.postern.delivery.gate.DestinationControls;
import org.postern.reputation.entry.EntryStore;
import org.postern.routing.RoutingStore;
import org.postern.trust.rule.RuleStore;

import java.lang.reflect.Constructor;

/** The stores of all that people keep, in a database for tests. */
public final class KeptStores {
    private KeptStores() {}

    public static RoutingStore routing(TestDatabase database) {
        return store(database, RoutingStore.class, "routing.JpaRoutingStore");
    }

    public static RuleStore rules(TestDatabase database) {
        return store(database, RuleStore.class, "rules.JpaRuleStore");
    }

    public static EntryStore entries(TestDatabase database) {
        return store(database, EntryStore.class, "reputation.JpaEntryStore");
    }

    public static DestinationControls controls(TestDatabase database) {
        return store(database, DestinationControls.class, "parked.JpaDestinationControls");
    }

    public static SettingStore settings(TestDatabase database) {
        return store(database, SettingStore.class, "settings.JpaSettingStore");
    }

    public static Hold hold(TestDatabase database) {
        return store(database, Hold.class, "kept.JpaHold");
    }

    private static <T> T store(TestDatabase database, Class<T> port, String name) {
        return database.inTransactions(port, entities -> {
            try {
                Constructor<?> constructor = Class.forName("org.postern.store." + name)
                        .getDeclaredConstructor(EntityManager.class);
                constructor.setAccessible(true);
                return port.cast(constructor.newInstance(entities));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}

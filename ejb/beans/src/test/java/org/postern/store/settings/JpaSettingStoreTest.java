package org.postern.store.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postern.admin.settings.Losses;
import org.postern.config.PastSetting;
import org.postern.config.Setting;
import org.postern.config.SettingStore;
import org.postern.config.catalogue.SettingsCatalogue;
import org.postern.store.TestDatabase;

import java.time.Instant;

class JpaSettingStoreTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final TestDatabase DATABASE = new TestDatabase();
    private final SettingStore store = DATABASE.inTransactions(SettingStore.class, JpaSettingStore::new);
    private final Losses losses = DATABASE.inTransactions(Losses.class, JpaLosses::new);

    @BeforeEach
    void empty() {
        DATABASE.empty();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void whatCountedBeforeIsNotedForAllNodesAndForgottenAfterAnHour() {
        long version = store.version();
        PastSetting first = new PastSetting("trace.retention", "30d", NOON);
        PastSetting other = new PastSetting("audit.retention", "400d", NOON);
        PastSetting second = new PastSetting("trace.retention", "1d", NOON.plusSeconds(1800));
        store.remember(first);
        store.remember(other);
        store.remember(second);
        assertThat(store.version()).isGreaterThan(version);
        assertThat(store.past()).containsExactly(first, other, second);
        PastSetting late = new PastSetting("trace.retention", "2d", NOON.plusSeconds(3601));
        store.remember(late);
        assertThat(store.past()).containsExactly(other, second, late);
    }

    @Test
    void ofEachTimeForWhichSomethingIsKeptItIsKnownHowMuchThatIs() {
        assertThat(SettingsCatalogue.ALL.stream().filter(Setting::keeps).map(Setting::key))
                .isNotEmpty()
                .allMatch(key -> losses.between(key, NOON.minusSeconds(3600), NOON, 10) == 0);
    }
}

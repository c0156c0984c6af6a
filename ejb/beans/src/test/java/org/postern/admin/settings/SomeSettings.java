package org.postern.admin.settings;

import org.postern.admin.kept.Shelf;
import org.postern.config.SettingStore;
import org.postern.config.Settings;
import org.postern.config.catalogue.SettingsCatalogue;

import java.time.InstantSource;
import java.util.Map;

/** The desk and the shelf of settings, for tests of others. */
public final class SomeSettings {
    private static final Settings SETTINGS = new Settings(SettingsCatalogue.ALL, Map.of());

    private SomeSettings() {}

    public static SettingDesk desk(SettingStore store, InstantSource clock) {
        return new SettingDesk(SETTINGS, store, keeping(store, clock));
    }

    public static Shelf shelf(SettingStore store, InstantSource clock) {
        return new SettingShelf(store, SETTINGS, keeping(store, clock));
    }

    /** Of each time there are seven things. */
    private static Keeping keeping(SettingStore store, InstantSource clock) {
        return new Keeping(SETTINGS, store, (key, from, until, most) -> 7, clock);
    }
}

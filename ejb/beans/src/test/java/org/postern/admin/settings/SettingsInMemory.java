package org.postern.admin.settings;

import org.postern.config.KeptSetting;
import org.postern.config.PastSetting;
import org.postern.config.SettingStore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What people keep for settings, without a database. */
final class SettingsInMemory implements SettingStore {
    private final Map<String, KeptSetting> kept = new TreeMap<>();
    private final List<PastSetting> past = new ArrayList<>();
    private long version;

    @Override
    public long version() {
        return version;
    }

    @Override
    public List<KeptSetting> all() {
        return List.copyOf(kept.values());
    }

    @Override
    public List<PastSetting> past() {
        return List.copyOf(past);
    }

    @Override
    public void remember(PastSetting one) {
        version++;
        past.add(one);
    }

    @Override
    public void put(KeptSetting setting) {
        version++;
        kept.put(setting.key(), setting);
    }

    @Override
    public boolean remove(String key) {
        version++;
        return kept.remove(key) != null;
    }
}

package org.postern.config;

import org.postern.receiver.ListenerSetting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The settings of one room. Each is on the list as soon as it is made, in the order of the documentation. */
public final class SettingList {
    private final List<Setting<?>> made = new ArrayList<>();

    /** {@return a new setting, with the components of {@link Setting}} */
    public <T> Setting<T> setting(String key, SettingType<T> type, String defaultText, String meaning) {
        return made(new Setting<>(key, type, defaultText, meaning, false, false));
    }

    /** {@return a new setting that whoever uses it reads each time} */
    public <T> Setting<T> live(String key, SettingType<T> type, String defaultText, String meaning) {
        return made(new Setting<>(key, type, defaultText, meaning, true, false));
    }

    /** {@return a new setting that says how long something is kept, and which whoever deletes it asks for by {@link Settings#over}} */
    public Setting<Duration> keeping(String key, SettingType<Duration> type, String defaultText, String meaning) {
        return made(new Setting<>(key, type, defaultText, meaning, true, true));
    }

    private <T> Setting<T> made(Setting<T> setting) {
        made.add(setting);
        return setting;
    }

    /** {@return a new setting that listeners read as well; key and default are theirs} */
    public <T> Setting<T> setting(ListenerSetting shared, SettingType<T> type, String meaning) {
        return setting(shared.key(), type, shared.byDefault(), meaning);
    }

    /** {@return all of them, also those that are made later; not to be changed} */
    public List<Setting<?>> all() {
        return Collections.unmodifiableList(made);
    }
}

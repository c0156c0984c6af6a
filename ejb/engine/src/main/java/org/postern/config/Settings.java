package org.postern.config;

import java.util.LinkedHashMap;
import java.util.Map;

/** The value of every setting of the {@link SettingsCatalogue}. Immutable. */
public final class Settings {
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, String> given;

    /**
     * Settings of which some are given as text, by key; the others have their defaults.
     *
     * @throws IllegalArgumentException when a value is not of its type
     */
    public Settings(Map<String, String> given) {
        this.given = Map.copyOf(given);
        for (Setting<?> setting : SettingsCatalogue.ALL) {
            values.put(setting.key(), setting.type().parse(given.getOrDefault(setting.key(), setting.defaultText())));
        }
    }

    /** {@return all settings at their defaults} */
    public static Settings defaults() {
        return new Settings(Map.of());
    }

    /** {@return the value of a setting of the catalogue} */
    @SuppressWarnings("unchecked")
    public <T> T get(Setting<T> setting) {
        return (T) values.get(setting.key());
    }

    /** {@return the text forms of what was given, by key} */
    public Map<String, String> given() {
        return given;
    }
}

package org.postern.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The value of every setting there is. Immutable. */
public final class Settings {
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, String> given;

    /**
     * Settings of which some are given as text, by key; the others have their defaults.
     *
     * @param all every setting there is
     * @param given those that somebody set
     * @throws IllegalArgumentException when a value is not of its type
     */
    public Settings(List<Setting<?>> all, Map<String, String> given) {
        this.given = Map.copyOf(given);
        for (Setting<?> setting : all) {
            values.put(setting.key(), setting.type().parse(given.getOrDefault(setting.key(), setting.defaultText())));
        }
    }

    /**
     * {@return the value of a setting}
     *
     * @throws IllegalArgumentException when it is not one of those that there are
     */
    @SuppressWarnings("unchecked")
    public <T> T get(Setting<T> setting) {
        return (T) Optional.ofNullable(values.get(setting.key()))
                .orElseThrow(() -> new IllegalArgumentException("not in the catalogue: " + setting.key()));
    }

    /** {@return the text forms of what was given, by key} */
    public Map<String, String> given() {
        return given;
    }
}

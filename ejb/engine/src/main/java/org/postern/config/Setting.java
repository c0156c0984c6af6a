package org.postern.config;

import java.time.Duration;
import java.util.Locale;

/**
 * Something an operator can set. Given, the first of these counts: system property {@code postern.<key>}, environment variable
 * {@code POSTERN_<KEY>}, configuration file, what people keep in the console if it is a live one, default.
 *
 * @param key its name, lower case, words separated by {@code -} and {@code .}
 * @param type what a value is, its unit and limits
 * @param defaultText the value when nobody sets it
 * @param meaning in one or two sentences
 * @param live whether it is read at each use, so that it can be changed while the gateway runs
 * @param keeps whether it says how long something is kept, so that a shorter value deletes; such a setting is live, and a duration
 */
public record Setting<T>(String key, SettingType<T> type, String defaultText, String meaning, boolean live,
        boolean keeps) {

    /** {@return the system property that sets it} */
    public String property() {
        return "postern." + key;
    }

    /** {@return the environment variable that sets it} */
    public String variable() {
        return "POSTERN_" + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** {@return whether nobody else on the machine may see the value} */
    public boolean isSecret() {
        return type.name().equals(SettingTypes.SECRET);
    }

    /** {@return the same, which is a duration} */
    @SuppressWarnings("unchecked")
    public Setting<Duration> asDuration() {
        if (!(defaultValue() instanceof Duration)) {
            throw new IllegalArgumentException(key + " is no duration");
        }
        return (Setting<Duration>) this;
    }

    /** {@return the value when nobody sets it} */
    public T defaultValue() {
        return type.parse(defaultText);
    }
}

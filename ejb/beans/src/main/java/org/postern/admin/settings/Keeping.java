package org.postern.admin.settings;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.config.KeptSetting;
import org.postern.config.PastSetting;
import org.postern.config.Setting;
import org.postern.config.SettingStore;
import org.postern.config.Settings;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Writes what people keep for settings; of how long something is kept it knows what a shorter time deletes, and notes what counted before. */
@Singleton
public class Keeping {
    /** No more of one kind are counted. */
    static final int COUNTED = 100_000;

    private final Settings settings;
    private final SettingStore store;
    private final Losses losses;
    private final InstantSource clock;

    @Inject
    Keeping(Settings settings, SettingStore store, Losses losses, InstantSource clock) {
        this.settings = settings;
        this.store = store;
        this.losses = losses;
        this.clock = clock;
    }

    /**
     * {@return what is deleted if this counts for a setting; empty if it is nothing, or there is no such live setting}
     *
     * @param text of the value; empty for the default
     * @throws IllegalArgumentException when it takes no such value
     */
    Optional<Loss> loss(String key, Optional<String> text) {
        return keeping(key).filter(setting -> !settings.given().containsKey(key))
                .flatMap(setting -> loss(setting, setting.type().parse(text.orElse(setting.defaultText()))));
    }

    /** {@return the setting of this key, if it says how long something is kept; what an older version has left here need not be one any more} */
    private Optional<Setting<Duration>> keeping(String key) {
        try {
            return Optional.<Setting<?>>of(settings.live(key)).filter(Setting::keeps).map(Setting::asDuration);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private Optional<Loss> loss(Setting<Duration> setting, Duration wanted) {
        Instant now = clock.instant();
        Duration longest = settings.longest(setting, now);
        if (wanted.compareTo(longest) >= 0) {
            return Optional.empty();
        }
        Instant from = now.plus(PastSetting.GRACE).truncatedTo(ChronoUnit.SECONDS);
        long count = losses.between(setting.key(), from.minus(longest), from.minus(wanted), COUNTED + 1);
        return count == 0
                ? Optional.empty()
                : Optional.of(new Loss(setting.key(), Math.min(count, COUNTED), count > COUNTED, from));
    }

    /** Keeps a value for a live setting. */
    void put(String key, String text, String by) {
        remember(key);
        store.put(new KeptSetting(key, text, by, clock.instant()));
    }

    /** {@return whether there was a value, which is kept no more} */
    boolean remove(String key) {
        remember(key);
        return store.remove(key);
    }

    private void remember(String key) {
        keeping(key).ifPresent(setting -> store.remember(new PastSetting(key, counting(setting), clock.instant())));
    }

    private String counting(Setting<?> setting) {
        return store.all()
                .stream()
                .filter(one -> one.key().equals(setting.key()))
                .findFirst()
                .map(KeptSetting::text)
                .orElse(setting.defaultText());
    }
}

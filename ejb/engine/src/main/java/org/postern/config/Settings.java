package org.postern.config;

import org.postern.sentence.Sentence;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The value of every setting there is. What people keep in the console changes while the gateway runs, as far as a setting is {@linkplain Setting#live live} and
 * set by nothing else; all other values stay. Safe for many threads.
 */
public final class Settings {
    private static final Sentence.Form NO_SUCH_SETTING = Sentence.form("noSuchSetting",
            "there is no such setting");
    private static final Sentence.Form FROM_THE_NEXT_START = Sentence.form("fromTheNextStart",
            "it counts only from the next start on: set it in the configuration file or by the environment");

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, String> given;
    private final Map<String, Origin> origins;
    private final List<Setting<?>> all;
    private volatile Kept people = new Kept(false, Map.of(), List.of());

    /** A value that somebody keeps. */
    private record InForce(KeptSetting kept, Object value) {}

    /**
     * What people keep.
     *
     * @param read whether that is known by now
     */
    private record Kept(boolean read, Map<String, InForce> values, List<PastSetting> past) {}

    /**
     * Settings of which some are given as text, by key; the others have their defaults.
     *
     * @param all every setting there is
     * @param given those that somebody set
     * @throws IllegalArgumentException when a value is not of its type
     */
    public Settings(List<Setting<?>> all, Map<String, String> given) {
        this(all, given, Map.of());
    }

    /**
     * The same, where it is known what set them.
     *
     * @param origins by key
     */
    public Settings(List<Setting<?>> all, Map<String, String> given, Map<String, Origin> origins) {
        this.given = Map.copyOf(given);
        this.origins = Map.copyOf(origins);
        this.all = List.copyOf(all);
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
        Optional<Object> live = Optional.ofNullable(people.values().get(setting.key())).map(InForce::value);
        return (T) live.or(() -> Optional.ofNullable(values.get(setting.key())))
                .orElseThrow(() -> new IllegalArgumentException("not in the catalogue: " + setting.key()));
    }

    /** {@return the text forms of what was given, by key} */
    public Map<String, String> given() {
        return given;
    }

    /** {@return the text of what counts for a setting} */
    public String text(Setting<?> setting) {
        return Optional.ofNullable(people.values().get(setting.key()))
                .map(one -> one.kept().text())
                .orElseGet(() -> given.getOrDefault(setting.key(), setting.defaultText()));
    }

    /**
     * Lets this count from now on, and nothing else that was kept before.
     *
     * @param past what counted for times of keeping before they were changed
     * @param problems is told what does not count, since it cannot be understood or is not to be changed so
     */
    public void keep(List<KeptSetting> wanted, List<PastSetting> past, Consumer<String> problems) {
        Map<String, InForce> next = new HashMap<>();
        for (KeptSetting one : wanted) {
            try {
                Setting<?> setting = live(one.key());
                if (!given.containsKey(one.key())) {
                    next.put(one.key(), new InForce(one, setting.type().parse(one.text())));
                }
            } catch (IllegalArgumentException wrong) {
                problems.accept(one.key() + ": " + wrong.getMessage());
            }
        }
        people = new Kept(true, Map.copyOf(next), List.copyOf(past));
    }

    /**
     * {@return before when what is kept as long as this setting says is to go; empty until it is known what people keep} A shorter time counts for this only
     * {@link PastSetting#GRACE} after somebody wrote it, so that it can be taken back before anything is gone; what file, environment and properties say counts at once.
     */
    public Optional<Instant> over(Setting<Duration> setting, Instant now) {
        Kept known = people;
        return known.read() || given.containsKey(setting.key())
                ? Optional.of(now.minus(longest(setting, known.past(), now)))
                : Optional.empty();
    }

    /** {@return the longest time that counts now, or has counted within {@link PastSetting#GRACE}} */
    public Duration longest(Setting<Duration> setting, Instant now) {
        return longest(setting, people.past(), now);
    }

    /** {@return when what is kept as long as this setting says, and has been since then, is to go if nothing is changed any more} */
    public Instant end(Setting<Duration> setting, Instant since) {
        Instant end = since.plus(get(setting));
        return given.containsKey(setting.key())
                ? end
                : people.past()
                        .stream()
                        .filter(one -> one.key().equals(setting.key()))
                        .map(one -> earlier(since.plus(setting.type().parse(one.text())), one.honouredUntil()))
                        .reduce(end, (one, other) -> one.isBefore(other) ? other : one);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private Duration longest(Setting<Duration> setting, List<PastSetting> past, Instant now) {
        Duration counts = get(setting);
        return given.containsKey(setting.key())
                ? counts
                : past.stream()
                        .filter(one -> one.key().equals(setting.key()) && one.isHonoured(now))
                        .map(one -> setting.type().parse(one.text()))
                        .reduce(counts, (one, other) -> one.compareTo(other) < 0 ? other : one);
    }

    /**
     * {@return the live setting with this key}
     *
     * @throws IllegalArgumentException saying why there is none
     */
    public Setting<?> live(String key) {
        Setting<?> setting = all.stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> NO_SUCH_SETTING.refused());
        if (!setting.live()) {
            throw FROM_THE_NEXT_START.refused();
        }
        return setting;
    }

    /** {@return where the value of a setting comes from, as far as it is known} */
    public Origin origin(Setting<?> setting) {
        Optional<Origin> live = Optional.ofNullable(people.values().get(setting.key()))
                .map(one -> new Origin(Origin.Source.DATABASE, one.kept().by()));
        return live.orElseGet(() -> ofStart(setting));
    }

    /** {@return where the value comes from that counts if nobody keeps another one} */
    public Origin ofStart(Setting<?> setting) {
        return origins.getOrDefault(setting.key(), Origin.ofDefault());
    }
}

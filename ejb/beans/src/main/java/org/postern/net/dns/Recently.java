package org.postern.net.dns;

import org.postern.limit.Latest;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What was learned lately, each for as long as it lives, those used last. Safe for many threads; several may learn the same at once. */
final class Recently<K, V> {
    private final Map<K, Kept<V>> kept;

    private record Kept<V>(V value, Instant end) {}

    /** @param most so many are kept */
    Recently(int most) {
        kept = new Latest<>(most);
    }

    /** {@return what is known, or else is learned now} */
    V get(K key, Instant now, Supplier<V> learn, Function<V, Duration> life) {
        Optional<V> known = known(key, now);
        if (known.isPresent()) {
            return known.get();
        }
        V learned = learn.get();
        synchronized (kept) {
            kept.put(key, new Kept<>(learned, now.plus(life.apply(learned))));
        }
        return learned;
    }

    private Optional<V> known(K key, Instant now) {
        synchronized (kept) {
            return Optional.ofNullable(kept.get(key)).filter(k -> now.isBefore(k.end())).map(Kept::value);
        }
    }
}

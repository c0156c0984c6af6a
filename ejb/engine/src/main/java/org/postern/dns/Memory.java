package org.postern.dns;

import org.postern.limit.Latest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers that are worth remembering for a while. Holds a bounded number, and forgets the one longest unused first. Asks outside
 * its lock: two who want the same thing at once may both ask.
 */
public final class Memory<K, V> {
    private record Answer<V>(V value, Instant until) {}

    private final InstantSource clock;
    private final Function<V, Duration> time;
    private final Map<K, Answer<V>> answers;

    /**
     * @param time how long this answer is good; what is good for no time takes no place
     * @param most how many are held
     */
    public Memory(InstantSource clock, Function<V, Duration> time, int most) {
        this.clock = clock;
        this.time = time;
        this.answers = new Latest<>(most);
    }

    /** {@return what is remembered, or else what is asked now} */
    public V get(K key, Function<K, V> question) {
        Instant now = clock.instant();
        Optional<V> remembered = remembered(key, now);
        if (remembered.isPresent()) {
            return remembered.get();
        }
        V value = question.apply(key);
        Duration good = time.apply(value);
        if (good.isPositive()) {
            synchronized (answers) {
                answers.put(key, new Answer<>(value, now.plus(good)));
            }
        }
        return value;
    }

    private Optional<V> remembered(K key, Instant now) {
        synchronized (answers) {
            return Optional.ofNullable(answers.get(key)).filter(a -> now.isBefore(a.until())).map(Answer::value);
        }
    }
}

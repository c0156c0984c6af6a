package org.postern.it.strangers;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** How many messages were handed in, how many have arrived, and how long each took from its first try on. */
final class Punctuality {
    private final String where;
    private final Map<Integer, Long> begun = new ConcurrentHashMap<>();
    private final Map<Integer, Long> taken = new ConcurrentHashMap<>();
    private final Map<Integer, Long> arrived = new ConcurrentHashMap<>();
    private final Set<Integer> found = ConcurrentHashMap.newKeySet();
    private final AtomicInteger putOff = new AtomicInteger();

    /** @param where it goes */
    Punctuality(String where) {
        this.where = where;
    }

    String where() {
        return where;
    }

    void begun(int number) {
        begun.put(number, System.nanoTime());
    }

    /** It has to be handed in again. */
    void putOff() {
        putOff.incrementAndGet();
    }

    /** It has got its 250. */
    void taken(int number) {
        taken.put(number, System.nanoTime() - begun.get(number));
    }

    /** It is where it was to go, now. */
    void arrived(int number) {
        arrived.putIfAbsent(number, System.nanoTime() - begun.get(number));
        found.add(number);
    }

    /** It is where it was to go, nobody knows since when. */
    void found(int number) {
        found.add(number);
    }

    /** {@return those that never got a 250, or are not where they were to go} */
    Set<Integer> missing() {
        Set<Integer> missing = new HashSet<>(begun.keySet());
        missing.removeIf(number -> taken.containsKey(number) && found.contains(number));
        return missing;
    }

    /** {@return the longest from a first try to its 250} */
    Duration slowest() {
        return Duration.ofNanos(taken.values().stream().mapToLong(Long::longValue).max().orElse(0));
    }

    /** {@return its row of {@link #head}} */
    String row() {
        return "| %s | %,d | %,d | %,d | %s | %s |".formatted(where, begun.size(), begun.size() - missing().size(),
                putOff.get(), times(taken.values()), times(arrived.values()));
    }

    /** {@return the head of the table} */
    static String head() {
        return """
                | other mail to | messages | arrived | put off | ms to the 250, median and slowest | ms to the arrival |
                |---|---|---|---|---|---|""";
    }

    private static String times(Collection<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.isEmpty()
                ? ""
                : "%,d and %,d".formatted(TimeUnit.NANOSECONDS.toMillis(sorted.get(sorted.size() / 2)),
                        TimeUnit.NANOSECONDS.toMillis(sorted.getLast()));
    }
}

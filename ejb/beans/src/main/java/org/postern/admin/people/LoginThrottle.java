package org.postern.admin.people;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Slows the guessing of passwords down. After {@value #FREE} failures from a client network, each further one doubles the half minute that it has to
 * wait, up to 15 minutes. Guessing from many networks slows down a name: of each network the first {@value #COUNTED} failures count for it, so that one
 * attacker alone keeps nobody else out, and from a network where this person has got in before it never has to wait for that. Remembers a bounded
 * number of networks and names, those of late.
 */
@Singleton
public class LoginThrottle {
    private static final int FREE = 5;
    private static final int COUNTED = 3;
    private static final int FREE_OF_NAME = 30;
    private static final int MOST_KEPT = 10_000;
    private static final int LONGEST_NAME = 64;
    private static final int MOST_DOUBLINGS = 10;
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration FIRST_OF_NAME = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration LONGEST_OF_NAME = Duration.ofSeconds(30);

    private final Map<String, Failures> byNetwork = kept();
    private final Map<String, Failures> byName = kept();
    private final Map<Way, Boolean> known = kept();
    private final InstantSource clock;

    @Inject
    LoginThrottle(InstantSource clock) {
        this.clock = clock;
    }

    private record Failures(int count, Instant until) {}

    private record Way(String network, String name) {}

    /**
     * {@return how long who comes from this network has to wait before he may try this name; empty if he may try it now, which counts as a
     * failure until it is told to be none}
     */
    public synchronized Optional<Duration> wait(String network, String name) {
        String key = key(name);
        Optional<Duration> wait = Stream.concat(Stream.ofNullable(byNetwork.get(network)), ofName(network, key))
                .map(failures -> Duration.between(clock.instant(), failures.until()))
                .filter(Duration::isPositive)
                .max(Comparator.naturalOrder());
        if (wait.isEmpty() && count(byNetwork, network, FREE, FIRST, LONGEST) <= COUNTED) {
            count(byName, key, FREE_OF_NAME, FIRST_OF_NAME, LONGEST_OF_NAME);
        }
        return wait;
    }

    private Stream<Failures> ofName(String network, String key) {
        return known.containsKey(new Way(network, key)) ? Stream.empty() : Stream.ofNullable(byName.get(key));
    }

    /** The attempt that was let through has not failed. */
    public synchronized void succeeded(String network, String name) {
        byNetwork.remove(network);
        byName.computeIfPresent(key(name), (key, counted) -> new Failures(counted.count() - 1, counted.until()));
        known.put(new Way(network, key(name)), true);
    }

    private int count(Map<String, Failures> failures, String key, int free, Duration first, Duration longest) {
        Instant now = clock.instant();
        Failures before = Optional.ofNullable(failures.get(key)).orElse(new Failures(0, now));
        boolean forgotten = before.until().plus(LONGEST).isBefore(now);
        int count = forgotten ? 1 : before.count() + 1;
        failures.put(key, new Failures(count, now.plus(penalty(count - free, first, longest))));
        return count;
    }

    private static Duration penalty(int beyond, Duration first, Duration longest) {
        if (beyond < 0) {
            return Duration.ZERO;
        }
        Duration wait = first.multipliedBy(1L << Math.min(beyond, MOST_DOUBLINGS));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }

    private static String key(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST_NAME)).toLowerCase(Locale.ROOT);
    }

    /** The one that was looked at longest ago makes room. */
    private static <K, V> Map<K, V> kept() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > MOST_KEPT;
            }
        };
    }
}

package org.postern.admin.people;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.limit.Counters;
import org.postern.limit.Failures;
import org.postern.limit.InMemoryCounters;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Slows the guessing of passwords down. After {@value #FREE} failures from a client network, each further one doubles the half minute that it has to
 * wait, up to 15 minutes; who gets in takes back their own failures, not those for other names. Guessing from many networks slows down a name, and
 * what one attacker may have of networks, to one attempt in half a minute: of the latter {@value #COUNTED} failures a day count for a name, so that few
 * attackers keep nobody else out, and from a network where this person has got in lately neither has to be waited for. Remembers a bounded number of
 * networks and names, those of late.
 */
@Singleton
public class LoginThrottle {
    private static final int FREE = 5;
    private static final int COUNTED = 3;
    private static final int FREE_OF_MANY = 30;
    private static final int MOST_TOLD = 10;
    private static final int LONGEST_NAME = 64;
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration FIRST_OF_MANY = Duration.ofSeconds(1);
    private static final Duration LONGEST_OF_MANY = Duration.ofSeconds(30);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Failures ofNetwork;
    private final Failures ofWide;
    private final Failures ofName;
    private final Counters ofWay;
    private final Counters countedForName;
    private final Counters sinceLogin;
    private final Counters told;
    private final ConsoleSessions sessions;

    @Inject
    public LoginThrottle(ConsoleSessions sessions, InstantSource clock) {
        this.sessions = sessions;
        this.ofNetwork = new Failures(FREE, FIRST, Failures.FORGOTTEN, clock);
        this.ofWide = new Failures(FREE_OF_MANY, FIRST_OF_MANY, LONGEST_OF_MANY, clock);
        this.ofName = new Failures(FREE_OF_MANY, FIRST_OF_MANY, LONGEST_OF_MANY, clock);
        this.ofWay = new InMemoryCounters(clock, Failures.MOST_KEPT);
        this.countedForName = new InMemoryCounters(clock, Failures.MOST_KEPT);
        this.sinceLogin = new InMemoryCounters(clock, Failures.MOST_KEPT);
        this.told = new InMemoryCounters(clock, 1);
    }

    /**
     * {@return an attempt of who comes from there and tries this name; it counts as a failure until it is told to be none, unless it has to wait}
     *
     * @param name the empty string for what is about nobody's
     */
    public Attempt attempt(Whence from, String name) {
        String key = key(name);
        boolean isKnown = ofMany(from, key).isPositive() && isKnown(from.network(), name);
        return begin(from, key, isKnown);
    }

    private Duration ofMany(Whence from, String key) {
        return longer(ofWide.wait(from.wide()), ofName.wait(key));
    }

    /** Asks the database, hence without the lock. */
    private boolean isKnown(String network, String name) {
        try {
            return ConsoleUser.isName(name) && sessions.hasBegun(name, network);
        } catch (RuntimeException databaseIsAway) {
            return false;
        }
    }

    private synchronized Attempt begin(Whence from, String key, boolean isKnown) {
        Duration wait = longer(ofNetwork.wait(from.network()), isKnown ? Duration.ZERO : ofMany(from, key));
        if (wait.isPositive()) {
            return new Attempt(from, key, Optional.of(wait), isKnown, false, 0);
        }
        ofNetwork.add(from.network());
        if (!isKnown) {
            ofWide.add(from.wide());
        }
        ofWay.add(way(from.network(), key), 1, Failures.FORGOTTEN);
        long before = sinceLogin.add(key, 1, DAY) - 1;
        boolean counts = !key.isEmpty() && !isKnown && countedForName.add(way(from.wide(), key), 1, DAY) <= COUNTED;
        if (counts) {
            ofName.add(key);
        }
        return new Attempt(from, key, Optional.empty(), isKnown, counts, before);
    }

    private synchronized void takeBack(Attempt attempt, int many) {
        ofNetwork.lessen(attempt.from.network(), many);
        if (!attempt.isKnown) {
            ofWide.lessen(attempt.from.wide(), many);
        }
        ofWay.add(way(attempt.from.network(), attempt.key), -many, Failures.FORGOTTEN);
        if (attempt.counts) {
            countedForName.add(way(attempt.from.wide(), attempt.key), -1, DAY);
            ofName.lessen(attempt.key, 1);
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return Stream.of(one, other).max(Duration::compareTo).orElseThrow();
    }

    private static String way(String network, String key) {
        return network + ' ' + key;
    }

    private static String key(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST_NAME)).toLowerCase(Locale.ROOT);
    }

    /** One attempt. */
    public final class Attempt {
        private final Whence from;
        private final String key;
        private final Optional<Duration> wait;
        private final boolean isKnown;
        private final boolean counts;
        private final long before;

        private Attempt(Whence from, String key, Optional<Duration> wait, boolean isKnown, boolean counts,
                long before) {
            this.from = from;
            this.key = key;
            this.wait = wait;
            this.isKnown = isKnown;
            this.counts = counts;
            this.before = before;
        }

        /** {@return how long to wait before another one; empty if this one may be made} */
        public Optional<Duration> hasToWait() {
            return wait;
        }

        /** {@return how many for this name have failed within a day or two, since the last that did not} */
        long failedBefore() {
            return before;
        }

        /** It has not failed; what failed from there for this name is forgiven. */
        public void succeeded() {
            takeBack(this, (int) Math.max(1, ofWay.count(way(from.network(), key), Failures.FORGOTTEN)));
            sinceLogin.clear(key);
        }

        /** Whether it would have failed is not known. */
        public void withdraw() {
            takeBack(this, 1);
            sinceLogin.add(key, -1, DAY);
        }

        /** It has failed; the log says so where others have to wait for it now. */
        public void failed() {
            Duration now = longer(ofNetwork.wait(from.network()), ofMany(from, key));
            if (now.isPositive() && told.add("", 1, MINUTE) <= MOST_TOLD) {
                PeopleLog.LOG.guessed(from.network(), key.replaceAll("[^\\p{Graph} ]", "?"), now);
            }
        }
    }
}

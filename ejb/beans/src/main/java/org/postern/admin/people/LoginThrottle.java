package org.postern.admin.people;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows the guessing of passwords down: after some failures from an address, each further one doubles the time to wait, up to 15
 * minutes. Remembers a bounded number of addresses.
 */
@Singleton
public class LoginThrottle {
    private static final int FREE = 5;
    private static final int MOST_DOUBLINGS = 10;
    private static final int MOST_ADDRESSES = 10_000;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Map<String, Failures> byAddress = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    private final InstantSource clock;

    @Inject
    LoginThrottle(InstantSource clock) {
        this.clock = clock;
    }

    /** {@return how long this address has to wait before it may try; empty if not at all} */
    public synchronized Optional<Duration> wait(String address) {
        return Optional.ofNullable(byAddress.get(address))
                .map(failures -> Duration.between(clock.instant(), failures.until()))
                .filter(Duration::isPositive);
    }

    public synchronized void failed(String address) {
        Instant now = clock.instant();
        Failures before = byAddress.getOrDefault(address, new Failures(0, now));
        boolean forgotten = before.until().plus(LONGEST).isBefore(now);
        int count = forgotten ? 1 : before.count() + 1;
        byAddress.put(address, new Failures(count, now.plus(penalty(count))));
    }

    public synchronized void succeeded(String address) {
        byAddress.remove(address);
    }

    private static Duration penalty(int failures) {
        if (failures < FREE) {
            return Duration.ZERO;
        }
        Duration wait = Duration.ofSeconds(1L << Math.min(failures - FREE, MOST_DOUBLINGS));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }

    private record Failures(int count, Instant until) {}
}

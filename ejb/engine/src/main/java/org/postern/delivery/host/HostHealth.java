package org.postern.delivery.host;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Which hosts could not be reached lately, on this node. They are asked after all others for a while, and then the next mail that looks
 * for them tries; the first session with one of them makes it as good as any. Safe for many threads, and bounded: those that failed longest ago are
 * forgotten first.
 */
public final class HostHealth {
    private static final int MOST = 10_000;

    private final InstantSource clock;
    private final Duration pause;
    private final Map<String, Instant> restingUntil = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };

    /** @param pause how long a host counts as ill */
    public HostHealth(InstantSource clock, Duration pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /** Somebody spoke with it. */
    public synchronized void reached(NextServer server) {
        restingUntil.remove(key(server.name(), server.port()));
    }

    /** Nobody answered, or only to say that it takes no mail now. */
    public synchronized void failed(NextServer server) {
        rest(key(server.name(), server.port()));
    }

    private void rest(String key) {
        restingUntil.remove(key);
        restingUntil.put(key, clock.instant().plus(pause));
    }

    /** {@return these in their order, those of ill hosts behind the others} */
    synchronized <T> List<T> illLast(List<T> all, Function<T, String> key) {
        Map<String, Boolean> ill = new HashMap<>();
        List<T> well = new ArrayList<>(all.size());
        List<T> last = new ArrayList<>();
        for (T one : all) {
            (ill.computeIfAbsent(key.apply(one), this::isIll) ? last : well).add(one);
        }
        well.addAll(last);
        return well;
    }

    /** Once the pause is over one tries, and the others wait for what comes of it. */
    private boolean isIll(String key) {
        Instant until = restingUntil.get(key);
        if (until == null || clock.instant().isBefore(until)) {
            return until != null;
        }
        rest(key);
        return false;
    }

    static String key(String host, int port) {
        return host.toLowerCase(Locale.ROOT) + ":" + port;
    }
}

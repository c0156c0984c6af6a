package org.postern.delivery.host;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which of the hosts that routes name could not be reached lately, on this node. They are asked after all others for a while; the first
 * session with one of them makes it as good as any. Safe for many threads, and bounded.
 */
public final class HostHealth {
    private static final int MOST = 10_000;

    private final InstantSource clock;
    private final Duration pause;
    private final Map<String, Instant> restingUntil = new ConcurrentHashMap<>();

    /** @param pause how long a host counts as ill */
    public HostHealth(InstantSource clock, Duration pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /** Somebody spoke with it. */
    public void reached(NextServer server) {
        if (!restingUntil.isEmpty()) {
            restingUntil.remove(key(server.name(), server.port()));
        }
    }

    /** Nobody answered, or only to say that it takes no mail now. */
    public void failed(NextServer server) {
        Instant now = clock.instant();
        if (restingUntil.size() >= MOST) {
            restingUntil.values().removeIf(until -> !now.isBefore(until));
        }
        if (restingUntil.size() < MOST) {
            restingUntil.put(key(server.name(), server.port()), now.plus(pause));
        }
    }

    boolean isIll(String host, int port) {
        Instant until = restingUntil.get(key(host, port));
        return until != null && clock.instant().isBefore(until);
    }

    private static String key(String host, int port) {
        return host.toLowerCase(Locale.ROOT) + ":" + port;
    }
}

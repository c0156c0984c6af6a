package org.postern.delivery;

import org.postern.config.rule.HostPort;
import org.postern.delivery.host.NextServer;
import org.postern.delivery.tls.Protection;
import org.postern.delivery.tls.TlsDemand;
import org.postern.routing.Destination;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Remembers how sessions with servers were protected, so that people can be told without anybody being asked. Lost with the node. Safe for many threads, and bounded: what was seen
 * longest ago is forgotten first.
 */
public final class TlsMemory {
    private static final int MOST = 10_000;
    private static final int LONGEST = 500;

    private final InstantSource clock;
    private final Map<Key, TlsSeen> seen = new LinkedHashMap<>();

    private record Key(Destination destination, String server) {}

    public TlsMemory(InstantSource clock) {
        this.clock = clock;
    }

    /** A session has come about. One that is used again says nothing new. */
    void opened(OutboundSession session) {
        if (session.isReused()) {
            return;
        }
        Protection protection = session.protection();
        Instant now = clock.instant();
        String demand = shortened(protection.demand().toString());
        TlsSeen.Used used = new TlsSeen.Used(protection.tls().map(tls -> tls.protocol() + " " + tls.cipherSuite()),
                protection.isVerified(), demand, now, now);
        protection.failure()
                .ifPresent(why -> failed(session.destination(), session.server(), protection.demand(), why));
        remember(session.destination(), session.server(), before -> before.with(used));
    }

    /** A session was not protected as it had to be, and did not come about. */
    void failed(Destination destination, NextServer server, TlsDemand demand, String reason) {
        TlsSeen.Failed failed = new TlsSeen.Failed(shortened(demand.toString()), shortened(reason), clock.instant());
        remember(destination, server, before -> before.with(failed));
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    /** What is known after something more was seen. */
    @FunctionalInterface
    private interface Change {
        TlsSeen of(TlsSeen before);
    }

    private void remember(Destination destination, NextServer server, Change change) {
        String name = HostPort.text(server.name().toLowerCase(Locale.ROOT), server.port());
        Key key = new Key(destination, name);
        synchronized (seen) {
            TlsSeen before = seen.remove(key);
            seen.put(key, change.of(before == null ? TlsSeen.nothing(name) : before));
            if (seen.size() > MOST) {
                seen.remove(seen.keySet().iterator().next());
            }
        }
    }

    /** {@return what was seen of the servers of this destination, what was seen last first} */
    public List<TlsSeen> of(Destination destination) {
        synchronized (seen) {
            return seen.entrySet()
                    .stream()
                    .filter(one -> one.getKey().destination().equals(destination))
                    .map(Map.Entry::getValue)
                    .toList()
                    .reversed();
        }
    }
}

package org.postern.ra;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the sessions of one listener, in all and of each client, and says when there are enough. A client is an IPv4 address,
 * or an IPv6 network of 64 bits, since one customer has that many addresses.
 */
final class SessionLimits {
    private final ListenerSettings.Sessions limits;
    private final Map<Object, Integer> byClient = new HashMap<>();
    private int total;

    SessionLimits(ListenerSettings.Sessions limits) {
        this.limits = limits;
    }

    /** What one connection takes; it knows whose it is from the start, or comes to know it. */
    final class Place {
        private Optional<Object> client = Optional.empty();

        private Place() {}

        /** Counts it for this client, to be called once. {@return the limit that would break, in words; then it is not counted} */
        Optional<String> occupiedBy(InetAddress address) {
            synchronized (SessionLimits.this) {
                Object key = keyOf(address);
                int already = byClient.getOrDefault(key, 0);
                if (already >= limits.perClient()) {
                    return Optional.of("maxSessionsPerClient is " + limits.perClient());
                }
                byClient.put(key, already + 1);
                client = Optional.of(key);
                return Optional.empty();
            }
        }

        /** Gives it back, to be called once. */
        void leave() {
            synchronized (SessionLimits.this) {
                total--;
                client.ifPresent(
                        key -> byClient.computeIfPresent(key, (client, count) -> count == 1 ? null : count - 1));
            }
        }
    }

    /** {@return a place; empty if all are taken} */
    synchronized Optional<Place> enter() {
        if (total >= limits.total()) {
            return Optional.empty();
        }
        total++;
        return Optional.of(new Place());
    }

    /** {@return the limit of all together, in words} */
    String ofAll() {
        return "maxSessions is " + limits.total();
    }

    synchronized int total() {
        return total;
    }

    private static Object keyOf(InetAddress client) {
        return client instanceof Inet6Address v6 ? (Object) ByteBuffer.wrap(v6.getAddress()).getLong() : client;
    }
}

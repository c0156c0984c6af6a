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

    /** Counts a session in. {@return the limit it would have broken, in words; then it is not counted} */
    synchronized Optional<String> enter(InetAddress client) {
        Object key = keyOf(client);
        int ofClient = byClient.getOrDefault(key, 0);
        if (total >= limits.total()) {
            return Optional.of("maxSessions is " + limits.total());
        }
        if (ofClient >= limits.perClient()) {
            return Optional.of("maxSessionsPerClient is " + limits.perClient());
        }
        total++;
        byClient.put(key, ofClient + 1);
        return Optional.empty();
    }

    /** Counts out a session that was counted in. */
    synchronized void leave(InetAddress client) {
        total--;
        byClient.computeIfPresent(keyOf(client), (key, count) -> count == 1 ? null : count - 1);
    }

    synchronized int total() {
        return total;
    }

    private static Object keyOf(InetAddress client) {
        return client instanceof Inet6Address v6 ? (Object) ByteBuffer.wrap(v6.getAddress()).getLong() : client;
    }
}

package org.postern.ra;

import org.postern.network.ClientNetwork;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Counts the sessions of one listener, in all and of each client's network, and says when there are enough, be it for the listener or for
 * the memory that all listeners share.
 */
final class SessionLimits {
    private final String listener;
    private final ListenerSettings.Sessions limits;
    private final SessionCounters counters;
    private final SessionShares memory;
    private final SessionShares.Share share;
    private final int each;

    /**
     * Limits of one listener.
     *
     * @param listener whose sessions are counted; its name is part of the keys
     * @param each octets of the memory that each of its sessions takes
     */
    SessionLimits(String listener, ListenerSettings.Sessions limits, SessionCounters counters, SessionMemory memory,
            int each) {
        this.memory = memory.sessions();
        this.share = this.memory.open((long) limits.total() * each);
        this.each = each;
        this.listener = listener;
        this.limits = limits;
        this.counters = counters;
    }

    /** What one connection takes; it knows whose it is from the start, or comes to know it. Safe for many threads: who makes room takes it, too. */
    final class Place {
        private Optional<String> client = Optional.empty();
        private boolean left;

        private Place() {}

        /** Counts it for this client, to be called once. {@return the limit that would break, in words; then it is not counted} */
        synchronized Optional<String> occupiedBy(InetAddress address) {
            String key = listener + ' ' + ClientNetwork.of(address);
            if (!counters.enter(key, limits.perClient())) {
                return Optional.of("maxSessionsPerClient is " + limits.perClient());
            }
            client = Optional.of(key);
            return Optional.empty();
        }

        /** Gives it back; may be called again. */
        synchronized void leave() {
            if (left) {
                return;
            }
            left = true;
            share.leave(each);
            counters.leave(listener);
            client.ifPresent(counters::leave);
        }
    }

    /** {@return a place; empty if all are taken} */
    Optional<Place> enter() {
        if (!counters.enter(listener, limits.total())) {
            return Optional.empty();
        }
        if (!share.enter(each)) {
            counters.leave(listener);
            return Optional.empty();
        }
        return Optional.of(new Place());
    }

    /** {@return the limit of all together that leaves no place, in words} */
    String ofAll() {
        return total() < limits.total()
                ? "the heap has room for " + memory.octets() / each + " sessions of all listeners"
                : "maxSessions is " + limits.total();
    }

    /** Keeps no place any more for sessions to come. */
    void close() {
        share.close();
    }

    int total() {
        return counters.count(listener);
    }
}

package org.postern.ra;

import org.postern.network.ClientNetwork;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Something that all clients share and is counted in octets, such as the memory for content on its way in. One client network, an IPv4
 * address or an IPv6 network of 64 bits, gets no more of it than it leaves for all others: a single one at most half, and who comes when
 * many are there still gets something. Safe for many threads.
 */
final class Quota {
    private final LongSupplier limit;
    private final Map<String, Long> held = new HashMap<>();
    private long total;

    /** @param limit the octets there are; may change, and what is granted already stays so */
    Quota(LongSupplier limit) {
        this.limit = limit;
    }

    /** {@return the quota of so many octets} */
    static Quota of(long octets) {
        return new Quota(() -> octets);
    }

    /** {@return what this client holds for one purpose; nothing yet} */
    Holding heldBy(InetAddress client) {
        return new Holding(ClientNetwork.of(client));
    }

    /** {@return the octets that nobody holds} */
    synchronized long free() {
        return limit.getAsLong() - total;
    }

    private synchronized boolean isHalfFree() {
        return total <= limit.getAsLong() / 2;
    }

    private synchronized boolean grant(String network, long octets) {
        long its = held.getOrDefault(network, 0L) + octets;
        if (its > limit.getAsLong() - total - octets) {
            return false;
        }
        held.put(network, its);
        total += octets;
        return true;
    }

    private synchronized void giveBack(String network, long octets) {
        total -= octets;
        held.computeIfPresent(network, (name, its) -> its > octets ? Long.valueOf(its - octets) : null);
    }

    /** What one client holds for one purpose. Used by one thread at a time. */
    final class Holding {
        private final String network;
        private long octets;

        private Holding(String network) {
            this.network = network;
        }

        /** {@return whether so many octets more were granted} */
        boolean grow(long by) {
            boolean granted = grant(network, by);
            octets += granted ? by : 0;
            return granted;
        }

        /** {@return whether so many octets are held now, more of them than before or not} */
        boolean growTo(long all) {
            return all <= octets || grow(all - octets);
        }

        /** {@return whether this may be kept for what comes next, since at least half of all is free} */
        boolean mayStay() {
            return isHalfFree();
        }

        /** {@return the octets held} */
        long octets() {
            return octets;
        }

        /** Gives all back; may be called again, and the holding may grow again. */
        void free() {
            giveBack(network, octets);
            octets = 0;
        }
    }
}

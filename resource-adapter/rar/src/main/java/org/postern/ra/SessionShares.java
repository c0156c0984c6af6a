package org.postern.ra;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Octets that the sessions of all listeners take. Half of them is shared out equally among the listeners there are: such a share is kept
 * free for its listener, and is no more than its limit of sessions asks for. The rest goes to who comes first. So the sessions of one
 * listener, were they a stranger's, leave each other one room. Of what a listener can take, one client network gets no more than it leaves
 * for all others, so that who comes when many hold their sessions for long still gets in. When a listener comes, sessions that were taken
 * before stay. Safe for many threads.
 */
final class SessionShares {
    private static final int SHARED_OUT = 2;

    private final long octets;
    private final Set<Share> shares = new HashSet<>();
    private long taken;

    SessionShares(long octets) {
        this.octets = octets;
    }

    /** {@return all there are, taken or free} */
    long octets() {
        return octets;
    }

    /**
     * {@return the share of one listener more}
     *
     * @param most octets that its sessions can take together
     */
    synchronized Share open(long most) {
        Share share = new Share(most);
        shares.add(share);
        return share;
    }

    private synchronized boolean grant(Share share, long each) {
        share.taken += each;
        taken += each;
        boolean granted = taken <= octets && (share.beyond() == 0 || beyondAll() <= notSharedOut());
        if (!granted) {
            giveBack(share, each);
        }
        return granted;
    }

    private synchronized void giveBack(Share share, long each) {
        share.taken -= each;
        taken -= each;
    }

    private synchronized boolean occupy(Share share, String network, long each) {
        long its = share.held.getOrDefault(network, 0L) + each;
        if (its > each && its > left(share)) {
            return false;
        }
        share.held.put(network, its);
        return true;
    }

    /** {@return the octets that the listener can still take} */
    private long left(Share share) {
        long own = Math.max(share.kept() - share.taken, 0);
        return Math.min(octets - taken, own + Math.max(notSharedOut() - beyondAll(), 0));
    }

    private synchronized void vacate(Share share, String network, long each) {
        share.held.computeIfPresent(network, (name, its) -> its > each ? Long.valueOf(its - each) : null);
    }

    private synchronized void close(Share share) {
        shares.remove(share);
    }

    private long beyondAll() {
        return shares.stream().mapToLong(Share::beyond).sum();
    }

    private long notSharedOut() {
        return octets - shares.stream().mapToLong(Share::kept).sum();
    }

    /** What the sessions of one listener take. */
    final class Share {
        private final long most;
        private final Map<String, Long> held = new HashMap<>();
        private long taken;

        private Share(long most) {
            this.most = most;
        }

        private long kept() {
            return Math.min(most, octets / SHARED_OUT / Math.max(shares.size(), 1));
        }

        private long beyond() {
            return Math.max(taken - kept(), 0);
        }

        /** {@return whether there is room for a session that needs so many octets; to be given back by {@link #leave}, once} */
        boolean enter(int each) {
            return grant(this, each);
        }

        void leave(int each) {
            giveBack(this, each);
        }

        /**
         * {@return whether a session that has entered may be one of this client network's} False where it is not the first, and the network
         * would have more than is left for all others then; to be given back by {@link #vacate}, once.
         */
        boolean occupy(String network, int each) {
            return SessionShares.this.occupy(this, network, each);
        }

        void vacate(String network, int each) {
            SessionShares.this.vacate(this, network, each);
        }

        /** Keeps nothing free any more. Sessions that are going on still leave; none enters. */
        void close() {
            SessionShares.this.close(this);
        }
    }
}

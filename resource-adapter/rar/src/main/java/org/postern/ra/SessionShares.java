package org.postern.ra;

import java.util.HashSet;
import java.util.Set;

/**
 * Octets that the sessions of all listeners take. Half of them is shared out equally among the listeners there are: such a share is kept
 * free for its listener, and is no more than its limit of sessions asks for. The rest goes to who comes first. So the sessions of one
 * listener, were they a stranger's, leave each other one room. When a listener comes, sessions that were taken before stay. Safe for many
 * threads.
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

        /** Keeps nothing free any more. Sessions that are going on still leave; none enters. */
        void close() {
            SessionShares.this.close(this);
        }
    }
}

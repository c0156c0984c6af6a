package org.postern.limit;

import java.time.Duration;
import java.util.Locale;

/**
 * Slows the guessing of passwords down, and ends it for a time. Failures are counted for the client's network, whoever it tries to be,
 * and for the user, wherever the client is; either count locks.
 */
public final class LockOut {
    private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 3;
    private static final int LONGEST_USER = 256;

    private final Counters counters;
    private final int attempts;
    private final Duration time;

    /**
     * @param attempts failures that lock; 0 for no lock
     * @param time how long they are remembered, and so how long a lock lasts at most
     */
    public LockOut(Counters counters, int attempts, Duration time) {
        this.counters = counters;
        this.attempts = attempts;
        this.time = time;
    }

    /** {@return whether nobody from this network may try now} */
    public boolean isNetworkLocked(String network) {
        return attempts > 0 && counters.count(ofNetwork(network), time) >= attempts;
    }

    /** {@return whether nobody may try to be this user now; never of a client that did not say who it is} */
    public boolean isUserLocked(String user) {
        return attempts > 0 && !user.isEmpty() && counters.count(ofUser(user), time) >= attempts;
    }

    /**
     * Counts a failure.
     *
     * @param user who the client wanted to be; empty if it did not say
     * @return how many there are now, of this network or this user, whichever has more
     */
    public long failed(String network, String user) {
        long byNetwork = counters.add(ofNetwork(network), 1, time);
        return user.isEmpty() ? byNetwork : Math.max(byNetwork, counters.add(ofUser(user), 1, time));
    }

    /** {@return whether this many failures have just locked} */
    public boolean isReachedBy(long failures) {
        return attempts > 0 && failures == attempts;
    }

    /**
     * Who has proved to be a user need not pay for the failures of others. The network's count stays: or else whoever has an account
     * could guess at all others for ever.
     */
    public void succeeded(String user) {
        counters.clear(ofUser(user));
    }

    /**
     * {@return how long the answer to a failure takes, from the question on; longer the more there were} A user who does not exist and a
     * password that is wrong cannot be told apart by it.
     */
    public Duration delay(long failures) {
        int doublings = Math.clamp(failures - 1, 0, MOST_DOUBLINGS);
        return FIRST_DELAY.multipliedBy(1L << doublings);
    }

    private static String ofNetwork(String network) {
        return "login/network/" + network;
    }

    private static String ofUser(String user) {
        String bounded = user.length() > LONGEST_USER ? user.substring(0, LONGEST_USER) : user;
        return "login/user/" + bounded.toLowerCase(Locale.ROOT);
    }
}

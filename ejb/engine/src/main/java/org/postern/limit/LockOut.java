package org.postern.limit;

import java.time.Duration;
import java.util.Locale;

/**
 * Slows the guessing of passwords down, and ends it for a time. Failures are counted for the client's network, whoever it tries to be,
 * and for the user, wherever the client is; either count locks. Where a user has proved who they are before, only the failures there
 * lock them out: a guesser elsewhere does not keep them from their mail.
 */
public final class LockOut {
    private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 3;
    private static final int LONGEST_USER = 256;
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final Counters counters;
    private final int attempts;
    private final Duration time;
    private final boolean countsNetworks;

    /**
     * @param attempts failures that lock; 0 for no lock
     * @param time how long they are remembered, and so how long a lock lasts at most
     */
    public LockOut(Counters counters, int attempts, Duration time) {
        this(counters, attempts, time, true);
    }

    private LockOut(Counters counters, int attempts, Duration time, boolean countsNetworks) {
        this.countsNetworks = countsNetworks;
        this.counters = counters;
        this.attempts = attempts;
        this.time = time;
    }

    /** {@return the same for a network that many users share and that is trusted: it is neither counted nor locked} */
    public LockOut ofUsersOnly() {
        return new LockOut(counters, attempts, time, false);
    }

    /** {@return whether nobody from this network may try now} */
    public boolean isNetworkLocked(String network) {
        return attempts > 0 && countsNetworks && counters.count(ofNetwork(network), time) >= attempts;
    }

    /** {@return whether nobody from there may try to be this user now; never of a client that did not say who it is} */
    public boolean isUserLocked(String network, String user) {
        return attempts > 0 && !user.isEmpty() && counters.count(counted(network, user), time) >= attempts;
    }

    private String counted(String network, String user) {
        return counters.count(home(network, user), REMEMBERED) > 0 ? atHome(network, user) : ofUser(user);
    }

    /**
     * Counts a failure.
     *
     * @param user who the client wanted to be; empty if it did not say
     * @return how many there are now, of this network or this user, whichever has more
     */
    public long failed(String network, String user) {
        long byNetwork = countsNetworks ? counters.add(ofNetwork(network), 1, time) : 1;
        return user.isEmpty() ? byNetwork : Math.max(byNetwork, counters.add(counted(network, user), 1, time));
    }

    /** {@return whether this many failures have just locked} */
    public boolean isReachedBy(long failures) {
        return attempts > 0 && failures == attempts;
    }

    /**
     * Who has proved to be a user need not pay for the failures of others. The network's count stays: or else whoever has an account
     * could guess at all others for ever. Where the user is now is remembered for a month, as long as this node runs.
     */
    public void succeeded(String network, String user) {
        counters.clear(ofUser(user));
        counters.clear(atHome(network, user));
        counters.clear(home(network, user));
        counters.add(home(network, user), 1, REMEMBERED);
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
        return "login/user/" + name(user);
    }

    private static String home(String network, String user) {
        return "login/home/" + network + ' ' + name(user);
    }

    private static String atHome(String network, String user) {
        return "login/at-home/" + network + ' ' + name(user);
    }

    private static String name(String user) {
        String bounded = user.length() > LONGEST_USER ? user.substring(0, LONGEST_USER) : user;
        return bounded.toLowerCase(Locale.ROOT);
    }
}

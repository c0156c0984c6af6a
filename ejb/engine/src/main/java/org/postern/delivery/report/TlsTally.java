package org.postern.delivery.report;

import org.postern.delivery.TlsResults;
import org.postern.delivery.tls.PublishedPolicy;
import org.postern.delivery.tls.TlsFault;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Counts in memory, until somebody takes the counts and stores them, many at once. What would take too much room is not counted: the
 * more domains fail in a minute, the less one report more is worth.
 */
public final class TlsTally implements TlsResults {
    /** The most kinds of session that are told apart between two times. */
    private static final int MOST = 20_000;
    /** The most that are stored at once. */
    static final int MOST_AT_ONCE = 500;

    private final InstantSource clock;
    private final String node;
    private Map<Key, Long> counts = new HashMap<>();

    private record Key(LocalDate day, PublishedPolicy policy, String host, Optional<TlsFault> fault) {}

    /** @param node whose counts they are */
    public TlsTally(InstantSource clock, String node) {
        this.clock = clock;
        this.node = node;
    }

    @Override
    public void count(PublishedPolicy policy, String host, Optional<TlsFault> fault) {
        Key key = new Key(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), policy, host.toLowerCase(Locale.ROOT),
                fault);
        synchronized (this) {
            if (counts.size() < MOST || counts.containsKey(key)) {
                counts.merge(key, 1L, Long::sum);
            }
        }
    }

    /**
     * Stores what was counted since the last time, some at once.
     *
     * @throws RuntimeException what {@code figures} throws; what was not stored then is kept
     */
    public void storeIn(TlsFigures figures) {
        List<TlsCount> taken = take();
        for (int from = 0; from < taken.size(); from += MOST_AT_ONCE) {
            try {
                figures.add(node, taken.subList(from, Math.min(from + MOST_AT_ONCE, taken.size())));
            } catch (RuntimeException e) {
                giveBack(taken.subList(from, taken.size()));
                throw e;
            }
        }
    }

    private synchronized List<TlsCount> take() {
        List<TlsCount> taken = new ArrayList<>(counts.size());
        counts.forEach((key, sessions) -> taken
                .add(new TlsCount(key.day(), key.policy(), key.host(), key.fault(), sessions)));
        counts = new HashMap<>();
        return taken;
    }

    private synchronized void giveBack(List<TlsCount> taken) {
        taken.forEach(count -> counts.merge(
                new Key(count.day(), count.policy(), count.host(), count.fault()), count.sessions(), Long::sum));
    }
}

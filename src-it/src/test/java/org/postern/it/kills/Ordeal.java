package org.postern.it.kills;

import org.postern.it.harness.Await;
import org.postern.it.harness.NumberedLoad;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Loads a victim, and kills it again and again while it takes and delivers. */
final class Ordeal {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Victim victim;
    private final TakingSink sink;
    private final NumberedLoad load;
    private final int slice;
    private final int kills;
    private final List<Long> starts = new ArrayList<>();

    /**
     * @param slice messages that get their 250 between two kills
     * @param sessions of the client
     */
    Ordeal(Victim victim, TakingSink sink, int kills, int slice, int sessions) {
        this.victim = victim;
        this.sink = sink;
        this.kills = kills;
        this.slice = slice;
        load = new NumberedLoad(victim.port(), 0, (kills + 1) * slice, sessions);
    }

    /** {@return what each kill has cost, and the life behind the last} */
    List<KillCount> undergo() throws IOException, InterruptedException {
        List<BitSet> acknowledged = new ArrayList<>();
        load.start(LIMIT.multipliedBy(kills + 1));
        for (int kill = 1; kill <= kills; kill++) {
            load.awaitAcknowledged(kill * slice, LIMIT);
            victim.kill();
            acknowledged.add(load.acknowledged());
            sink.nextLife();
            long start = System.nanoTime();
            victim.startAgain();
            starts.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        }
        load.awaitEnd(LIMIT);
        acknowledged.add(load.acknowledged());
        awaitArrival();
        return KillCount.of(acknowledged, sink.takings());
    }

    /** Whatever does not arrive within the limit counts as lost. */
    private void awaitArrival() {
        try {
            Await.until("all has arrived", LIMIT, () -> arrived().cardinality() == load.acknowledged().cardinality());
        } catch (AssertionError notAll) {
            // the count says so
        }
    }

    private BitSet arrived() {
        BitSet arrived = new BitSet();
        sink.takings().forEach(taking -> arrived.set(taking.number()));
        return arrived;
    }

    /** {@return milliseconds until the victim took mail again, the median of all kills} */
    long start() {
        return starts.stream().sorted().toList().get(starts.size() / 2);
    }

    /** {@return messages that arrived more than once because the client, whose connection broke, had handed them in again} */
    int handedInTwice() {
        Map<Integer, Integer> attempts = new HashMap<>();
        sink.takings().forEach(taking -> attempts.putIfAbsent(taking.attempt(), taking.number()));
        return attempts.size() - arrived().cardinality();
    }
}

package org.postern.it.kills;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one kill has cost.
 *
 * @param acknowledged messages that got their 250 since the kill before
 * @param lost of these, that never came to the next hop
 * @param inTheAir deliveries whose 250 the victim had not read when it was killed
 * @param doubledInTheAir of these, that were made again
 * @param doubledThoughRead deliveries that were made again though the victim had read their 250
 */
record KillCount(int acknowledged, int lost, int inTheAir, int doubledInTheAir, int doubledThoughRead) {

    /** {@return both together} */
    KillCount plus(KillCount other) {
        return new KillCount(acknowledged + other.acknowledged, lost + other.lost, inTheAir + other.inTheAir,
                doubledInTheAir + other.doubledInTheAir, doubledThoughRead + other.doubledThoughRead);
    }

    /**
     * {@return the count of each kill, and at last that of the life behind the last kill, which ended by itself}
     *
     * @param acknowledged all that had got its 250 at the end of each life
     */
    static List<KillCount> of(List<BitSet> acknowledged, List<Taking> takings) {
        BitSet arrived = new BitSet();
        takings.forEach(taking -> arrived.set(taking.number()));
        List<Taking> repeated = repeated(takings);
        List<KillCount> counts = new ArrayList<>();
        BitSet before = new BitSet();
        for (int life = 0; life < acknowledged.size(); life++) {
            BitSet fresh = (BitSet) acknowledged.get(life).clone();
            fresh.andNot(before);
            BitSet lost = (BitSet) fresh.clone();
            lost.andNot(arrived);
            boolean killed = life < acknowledged.size() - 1;
            counts.add(new KillCount(fresh.cardinality(), lost.cardinality(), killed ? count(takings, life, false) : 0,
                    count(repeated, life, false), count(repeated, life, true)));
            before = acknowledged.get(life);
        }
        return counts;
    }

    private static int count(List<Taking> takings, int life, boolean read) {
        return (int) takings.stream().filter(taking -> taking.life() == life && taking.isRead() == read).count();
    }

    /** {@return those takings behind which the same attempt was taken once more} */
    private static List<Taking> repeated(List<Taking> takings) {
        Map<Integer, Taking> last = new HashMap<>();
        List<Taking> repeated = new ArrayList<>();
        for (Taking taking : takings) {
            Taking earlier = last.put(taking.attempt(), taking);
            if (earlier != null) {
                repeated.add(earlier);
            }
        }
        return repeated;
    }
}

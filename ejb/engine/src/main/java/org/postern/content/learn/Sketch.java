package org.postern.content.learn;

import java.util.Arrays;

/** A set of features in short (minhash with one permutation): two sets have about as many places in common as features. */
final class Sketch {
    /** Places that are compared together: sets that are alike have all of one such group in common, nearly always. */
    static final int GROUPS = 8;
    private static final int PLACES = 32;
    private static final int IN_GROUP = PLACES / GROUPS;
    private static final int WHICH_PLACE = 32 - 5;
    private static final int LIKELY = PLACES * 5 / 8;

    private final int[] least = new int[PLACES];

    Sketch(int[] slots) {
        Arrays.fill(least, Integer.MAX_VALUE);
        for (int slot : slots) {
            int mixed = slot * 0x9E3779B9;
            mixed = (mixed ^ (mixed >>> 15)) * 0x2C1B3C6D;
            mixed ^= mixed >>> 13;
            int place = mixed >>> WHICH_PLACE;
            least[place] = Math.min(least[place], mixed & (Integer.MAX_VALUE >>> 4));
        }
    }

    /** {@return what stands for one group of places} */
    long group(int number) {
        long hash = number;
        for (int i = 0; i < IN_GROUP; i++) {
            hash = hash * 0x9E3779B97F4A7C15L + least[number * IN_GROUP + i];
        }
        return hash;
    }

    boolean isLikely(Sketch other) {
        int same = 0;
        for (int i = 0; i < PLACES; i++) {
            same += least[i] == other.least[i] ? 1 : 0;
        }
        return same >= LIKELY;
    }
}

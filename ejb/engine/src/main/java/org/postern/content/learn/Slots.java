package org.postern.content.learn;

import java.util.Arrays;

/** Gathers features as slots, each once. Holds up to {@value #MOST} of them, found with others in at most as many additions again. */
final class Slots implements FeatureSink {
    /** The most additions, doubles included, so that one message never costs more than that. */
    static final int MOST = 40_000;
    private static final int FIRST = 4096;

    private int[] found = new int[FIRST];
    private int count;

    @Override
    public void add(Tag tag, CharSequence text, int from, int to) {
        if (count == found.length) {
            if (isFull()) {
                return;
            }
            found = Arrays.copyOf(found, Math.min(count * 2, MOST));
        }
        found[count++] = Feature.slot(Feature.next(tag.state(), text, from, to));
    }

    @Override
    public boolean isFull() {
        return count >= MOST;
    }

    /** {@return what was gathered} */
    FeatureSet toSet() {
        int[] sorted = Arrays.copyOf(found, count);
        Arrays.sort(sorted);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[distinct++] = sorted[i];
            }
        }
        return FeatureSet.of(sorted, distinct);
    }
}

package org.postern.content.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Leaves out samples that have nearly all features in common with another one of the same label: a campaign of a thousand messages, or a teacher who
 * repeats himself, counts once.
 */
final class NearDuplicates {
    /** Features in common, of all that either has. */
    private static final double ALIKE = 0.85;
    /** The most that one sample is compared with for each group of its sketch. */
    private static final int COMPARED = 8;

    private record Kept(FeatureSet features, Sketch sketch) {}

    private final Map<Long, List<Kept>> byGroup = new HashMap<>();

    private NearDuplicates() {}

    /** {@return those that count: of each kind of message the one taught last; in an order of their own} */
    static List<Sample> leaveOut(List<Sample> samples) {
        List<Sample> newestFirst = new ArrayList<>(samples);
        newestFirst.sort(Comparator.comparing(Sample::taught).reversed().thenComparing(Sample::key));
        List<Sample> left = new ArrayList<>();
        for (Label label : Label.values()) {
            NearDuplicates kept = new NearDuplicates();
            newestFirst.stream().filter(sample -> sample.label() == label).filter(kept::isNew).forEach(left::add);
        }
        return left;
    }

    private boolean isNew(Sample sample) {
        int[] slots = sample.features().slots();
        Kept one = new Kept(sample.features(), new Sketch(slots));
        for (int group = 0; group < Sketch.GROUPS; group++) {
            for (Kept other : byGroup.getOrDefault(one.sketch.group(group), List.of())) {
                if (one.sketch.isLikely(other.sketch) && isAlike(slots, other.features.slots())) {
                    return false;
                }
            }
        }
        for (int group = 0; group < Sketch.GROUPS; group++) {
            List<Kept> others = byGroup.computeIfAbsent(one.sketch.group(group), _ -> new ArrayList<>(1));
            if (others.size() < COMPARED) {
                others.add(one);
            }
        }
        return true;
    }

    private static boolean isAlike(int[] one, int[] other) {
        int common = 0;
        int i = 0;
        int j = 0;
        while (i < one.length && j < other.length) {
            common += one[i] == other[j] ? 1 : 0;
            int step = Integer.compare(one[i], other[j]);
            i += step <= 0 ? 1 : 0;
            j += step >= 0 ? 1 : 0;
        }
        return common >= ALIKE * (one.length + other.length - common);
    }
}

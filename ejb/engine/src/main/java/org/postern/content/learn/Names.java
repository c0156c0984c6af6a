package org.postern.content.learn;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers the names of the features of one message, by slot; the first name of a slot stands for it. */
final class Names implements FeatureSink {
    private static final int LONGEST = 60;

    private final Map<Integer, String> names = new HashMap<>();
    private int count;

    @Override
    public void add(Tag tag, CharSequence text, int from, int to) {
        if (isFull()) {
            return;
        }
        count++;
        int slot = Feature.slot(Feature.next(tag.state(), text, from, to));
        names.computeIfAbsent(slot, _ -> {
            String name = tag.name() + text.subSequence(from, to);
            return name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        });
    }

    @Override
    public boolean isFull() {
        return count >= Slots.MOST;
    }

    /** {@return those that weigh most, in falling order of size} */
    List<Contribution> strongest(float[] weights, int most) {
        double value = 1 / Math.sqrt(Math.max(names.size(), 1));
        return names.entrySet()
                .stream()
                .map(entry -> new Contribution(entry.getValue(), weights[entry.getKey()] * value))
                .filter(contribution -> contribution.weight() != 0)
                .sorted(Comparator.comparingDouble((Contribution contribution) -> -Math.abs(contribution.weight()))
                        .thenComparing(Contribution::feature))
                .limit(most)
                .toList();
    }
}

package org.postern.config.kept;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The steps from what is kept of one kind to what is wanted, of which as few as possible are moves. */
public final class KeptDifference {
    private final KeptOrder now;
    private final KeptOrder wanted;
    private final boolean ordered;
    private final List<KeptChange> changes = new ArrayList<>();

    private KeptDifference(List<KeptThing> now, List<KeptThing> wanted, boolean ordered) {
        this.now = new KeptOrder(now);
        this.wanted = new KeptOrder(wanted);
        this.ordered = ordered;
    }

    /** {@return the steps, in an order in which they can be made} */
    public static List<KeptChange> between(List<KeptThing> now, List<KeptThing> wanted, boolean ordered) {
        KeptDifference difference = new KeptDifference(now, wanted, ordered);
        difference.remove();
        difference.change();
        difference.add();
        return List.copyOf(difference.changes);
    }

    private void remove() {
        for (String key : now.keys()) {
            if (wanted.find(key).isEmpty()) {
                make(KeptChange.removed(now.find(key).orElseThrow(), next(key)).under(key));
            }
        }
    }

    private void change() {
        for (String key : now.keys()) {
            KeptThing before = now.find(key).orElseThrow();
            Optional<KeptThing> after = wanted.find(key).filter(one -> !one.equals(before));
            after.ifPresent(one -> make(KeptChange.changed(before, one).under(key)));
        }
    }

    /** From the last to the first, so that what stands behind is in its place. */
    private void add() {
        Set<String> staying = ordered ? staying() : new HashSet<>(now.keys());
        List<String> keys = ordered ? wanted.keys().reversed() : wanted.keys();
        String next = "";
        for (String key : keys) {
            KeptThing thing = wanted.find(key).orElseThrow();
            if (now.find(key).isEmpty()) {
                make(KeptChange.added(thing, next).under(key));
            } else if (!staying.contains(key)) {
                make(KeptChange.moved(thing, next(key), next).under(key));
            }
            next = ordered ? key : "";
        }
    }

    private void make(KeptChange change) {
        if (change.before().isPresent() && change.before().equals(change.after()) && !change.moves()) {
            return;
        }
        changes.add(change);
        now.make(change);
    }

    private String next(String key) {
        return ordered ? now.next(key) : "";
    }

    /** {@return the most that can stay where they are: a longest sequence of keys that come in the same order in both} */
    private Set<String> staying() {
        Map<String, Integer> places = new HashMap<>();
        wanted.keys().forEach(key -> places.put(key, places.size()));
        List<String> keys = now.keys();
        int[] last = new int[keys.size()]; // of the best sequence of each length, its end: the place in "keys"
        int[] wantedAt = new int[keys.size()]; // and the place that it is wanted at, which grows with the length
        int[] before = new int[keys.size()];
        int longest = 0;
        for (int i = 0; i < keys.size(); i++) {
            int place = places.get(keys.get(i));
            int length = -Arrays.binarySearch(wantedAt, 0, longest, place) - 1;
            before[i] = length == 0 ? -1 : last[length - 1];
            last[length] = i;
            wantedAt[length] = place;
            longest = Math.max(longest, length + 1);
        }
        Set<String> staying = new HashSet<>();
        for (int i = longest == 0 ? -1 : last[longest - 1]; i >= 0; i = before[i]) {
            staying.add(keys.get(i));
        }
        return staying;
    }
}

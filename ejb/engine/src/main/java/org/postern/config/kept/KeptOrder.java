package org.postern.config.kept;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Things of one kind by their keys, in an order that changes step by step. */
public final class KeptOrder {
    private final Map<String, KeptThing> things = new LinkedHashMap<>();
    private final List<String> keys;

    /** The things, in their order. Of those with the same key the second has a number behind it, and so on. */
    public KeptOrder(List<KeptThing> inOrder) {
        for (KeptThing thing : inOrder) {
            String key = thing.key();
            for (int n = 2; things.containsKey(key); n++) {
                key = thing.key() + " (" + n + ")";
            }
            things.put(key, thing);
        }
        keys = new ArrayList<>(things.keySet());
    }

    /** {@return all keys, in their order} */
    public List<String> keys() {
        return List.copyOf(keys);
    }

    /** {@return the one with this key} */
    public Optional<KeptThing> find(String key) {
        return Optional.ofNullable(things.get(key));
    }

    /** {@return the key of what stands behind this one; the empty string if nothing does} */
    public String next(String key) {
        int behind = keys.indexOf(key) + 1;
        return behind < keys.size() ? keys.get(behind) : "";
    }

    /** Makes one step. */
    public void make(KeptChange change) {
        int place = keys.indexOf(change.key());
        change.before().ifPresent(before -> things.remove(change.key()));
        change.after().ifPresent(after -> things.put(change.keyAfter(), after));
        if (change.before().isPresent() && change.after().isPresent() && !change.moves()) {
            keys.set(place, change.keyAfter());
            return;
        }
        change.before().ifPresent(before -> keys.remove(place));
        change.after()
                .ifPresent(after -> keys.add(change.nextAfter().isEmpty() ? keys.size() : place(change.nextAfter()),
                        change.keyAfter()));
    }

    private int place(String key) {
        int place = keys.indexOf(key);
        return place < 0 ? keys.size() : place;
    }
}

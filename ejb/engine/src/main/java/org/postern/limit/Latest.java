package org.postern.limit;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was put in or asked for last, so much of it; what nobody has asked for longest is forgotten first. Not safe for many threads. */
public final class Latest<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    private final int most;

    /** @param most how many are held */
    public Latest(int most) {
        super(16, 0.75F, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}

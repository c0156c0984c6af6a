package org.postern.routing;

import java.util.function.Supplier;

/** What is known at present, exchanged as a whole when it changes; who asks once per message sees one state. Safe for many threads. */
public final class LiveRouting implements Supplier<Routing> {
    private volatile Routing present;

    public LiveRouting(Routing first) {
        present = first;
    }

    @Override
    public Routing get() {
        return present;
    }

    /** From now on, this counts. */
    public void now(Routing next) {
        present = next;
    }
}

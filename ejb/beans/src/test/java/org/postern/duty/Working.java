package org.postern.duty;

import java.util.concurrent.atomic.AtomicReference;

/** A server that works until it is suspended. */
public final class Working {
    private final AtomicReference<String> state = new AtomicReference<>("RUNNING");

    public Activity activity() {
        return new Activity(state::get);
    }

    public void suspend() {
        state.set("SUSPENDED");
    }
}

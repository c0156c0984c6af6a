package org.postern.pipeline;

import java.util.function.Consumer;

/** A failure that lasts, and is told once until it is over. For one thread at a time. */
public final class Outage {
    private final Consumer<String> teller;
    private boolean lasts;

    public Outage(Consumer<String> teller) {
        this.teller = teller;
    }

    public void failed(Exception failure) {
        if (!lasts) {
            lasts = true;
            teller.accept(failure.getMessage());
        }
    }

    public void over() {
        lasts = false;
    }
}

package org.postern.pipeline;

import java.util.function.Consumer;

/** A failure that lasts, and is told once until it is over. For one thread at a time. */
final class Outage {
    private final Consumer<String> teller;
    private boolean lasts;

    Outage(Consumer<String> teller) {
        this.teller = teller;
    }

    void failed(Exception failure) {
        if (!lasts) {
            lasts = true;
            teller.accept(failure.getMessage());
        }
    }

    void over() {
        lasts = false;
    }
}

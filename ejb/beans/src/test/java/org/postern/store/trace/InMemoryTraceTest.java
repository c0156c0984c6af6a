package org.postern.store.trace;

import org.postern.event.Trace;

class InMemoryTraceTest implements TraceSearchContract, TracePagingContract {
    private final Trace trace = new InMemoryTrace();

    @Override
    public Trace trace() {
        return trace;
    }
}

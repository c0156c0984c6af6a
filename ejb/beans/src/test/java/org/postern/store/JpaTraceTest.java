package org.postern.store;

import org.junit.jupiter.api.AfterEach;
import org.postern.event.Trace;

class JpaTraceTest implements TraceContract {
    private final TestDatabase database = new TestDatabase();
    private final Trace trace = database.inTransactions(Trace.class, JpaTrace::new);

    @Override
    public Trace trace() {
        return trace;
    }

    @AfterEach
    void forget() {
        database.close();
    }
}

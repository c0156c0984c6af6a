package org.postern.store;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.postern.event.Trace;

class JpaTraceTest implements TraceContract {
    private static final TestDatabase DATABASE = new TestDatabase();

    private final Trace trace = DATABASE.inTransactions(Trace.class, JpaTrace::new);

    @Override
    public Trace trace() {
        return trace;
    }

    @AfterEach
    void forget() {
        DATABASE.empty();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }
}

package org.postern.ra;

/** Counters of one node. */
class InMemorySessionCountersTest implements SessionCountersContract {
    @Override
    public SessionCounters counters() {
        return new InMemorySessionCounters();
    }
}

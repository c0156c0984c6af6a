package org.postern.it.harness;

import java.time.Duration;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Counts at the next hop how often each message of a {@link NumberedLoad} has arrived. */
public final class Arrivals implements Consumer<ReceivedMessage> {
    private final AtomicIntegerArray times;

    public Arrivals(int count) {
        times = new AtomicIntegerArray(count);
    }

    @Override
    public void accept(ReceivedMessage message) {
        NumberedLoad.number(message.text()).ifPresent(times::incrementAndGet);
    }

    /** {@return how many different messages have arrived} */
    public int distinct() {
        return (int) numbers().filter(n -> times.get(n) > 0).count();
    }

    /** {@return the messages that have arrived more than once} */
    public BitSet repeated() {
        return numbers().filter(n -> times.get(n) > 1).collect(BitSet::new, BitSet::set, BitSet::or);
    }

    /** {@return those of {@code expected} that have not arrived} */
    public BitSet missing(BitSet expected) {
        return expected.stream().filter(n -> times.get(n) == 0).collect(BitSet::new, BitSet::set, BitSet::or);
    }

    /** Waits until all that is expected has arrived. */
    public void await(BitSet expected, Duration limit) {
        Await.until("all " + expected.cardinality() + " messages have arrived", limit,
                () -> missing(expected).isEmpty());
    }

    private IntStream numbers() {
        return IntStream.range(0, times.length());
    }
}

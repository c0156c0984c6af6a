package org.postern.it.benchmark;

import org.postern.it.harness.CountingSink;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Takes one workload through one subject, and watches. Bounded in time; what has not arrived by then is said. */
record Run(Subject subject, CountingSink sink, Duration limit, Function<Workload, Load> load) {
    Run(Subject subject, CountingSink sink, Duration limit) {
        this(subject, sink, limit, Load::fit);
    }

    private static final Duration LOOK = Duration.ofMillis(10);
    private static final Duration REST = Duration.ofMillis(500);
    private static final Duration LONGEST_REST = Duration.ofSeconds(10);

    Measurement of(Workload workload) throws IOException, InterruptedException {
        Account account = subject.account();
        int countBefore = sink.count();
        Duration cpuBefore = account.cpu();
        long start = System.nanoTime();
        Duration accepted = load.apply(workload).run(workload, subject.port(), limit);
        while (sink.count() - countBefore < workload.messages() && System.nanoTime() - start < limit.toNanos()) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
        Duration relayed = Duration.ofNanos(sink.lastArrival() - start);
        rest(account);
        return new Measurement(workload.messages(), sink.count() - countBefore, accepted, relayed,
                account.cpu().minus(cpuBefore), account.memory());
    }

    /** Waits until the subject has tidied up after the last message: what it does then belongs to the price of the messages. */
    private static void rest(Account account) throws IOException {
        long end = System.nanoTime() + LONGEST_REST.toNanos();
        Duration before = account.cpu();
        Duration used;
        do {
            LockSupport.parkNanos(REST.toNanos());
            Duration now = account.cpu();
            used = now.minus(before);
            before = now;
        } while (used.toMillis() * 20 > REST.toMillis() && System.nanoTime() < end);
    }
}

package org.postern.scan;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/** All scanners that an operator has named, asked side by side. Safe for many threads. */
public final class Scanners {
    /** How long all of them together are waited for. */
    public static final Duration LIMIT = Duration.ofSeconds(15);

    private final List<GuardedScanner> all;
    private final LongSupplier nanos;

    /**
     * These, in this order.
     *
     * @param nanos ticks of a clock that never goes back
     */
    public Scanners(List<GuardedScanner> all, LongSupplier nanos) {
        this.all = List.copyOf(all);
        this.nanos = nanos;
    }

    /** {@return each of them, to ask how it has fared} */
    public List<GuardedScanner> all() {
        return all;
    }

    /**
     * {@return what each of them has said, in their order} Waits {@link #LIMIT} at most; what is not there then is absent.
     *
     * @param executor gives each scanner a thread at once, such as a virtual one
     * @throws IOException when the content cannot be read
     * @throws InterruptedException when interrupted while waiting
     */
    public List<Scanned> scan(ScannedMail mail, Executor executor) throws IOException, InterruptedException {
        long latest = nanos.getAsLong() + LIMIT.toNanos();
        List<Question> questions = all.stream().map(scanner -> scanner.ask(mail, executor)).toList();
        List<Scanned> answers = new ArrayList<>();
        try {
            for (int i = 0; i < questions.size(); i++) {
                answers.add(new Scanned(all.get(i).rule(), questions.get(i).answer(latest)));
            }
            return List.copyOf(answers);
        } finally {
            questions.forEach(Question::drop); // of no consequence for those that have answered
        }
    }
}

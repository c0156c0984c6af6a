package org.postern.scan;

import org.postern.config.rule.ScannerRule;
import org.postern.config.rule.ScannerRule.WhenLarger;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/**
 * A scanner whose faults stay its own: it has a time limit, even if it does not keep to it, is asked about so many messages at a time, and
 * about none that are too large for it; who fails five times in a row is left out for 30 s, then tried by one message. Safe for many threads.
 */
public final class GuardedScanner {
    private final Scanner scanner;
    private final ScannerRule rule;
    private final LongSupplier nanos;
    private final ScannerWatch watch;
    private final Breaker breaker;
    private final Semaphore places;
    private volatile Optional<Duration> took = Optional.empty();

    /**
     * Guards it.
     *
     * @param nanos ticks of a clock that never goes back
     */
    public GuardedScanner(Scanner scanner, ScannerRule rule, LongSupplier nanos, ScannerWatch watch) {
        this.scanner = scanner;
        this.rule = rule;
        this.nanos = nanos;
        this.watch = watch;
        this.breaker = new Breaker(rule.name(), nanos, watch);
        this.places = new Semaphore(rule.limits().concurrency(), true);
    }

    /** {@return what the operator has said of it} */
    public ScannerRule rule() {
        return rule;
    }

    /** {@return how it has fared of late} */
    public ScannerState state() {
        return breaker.state();
    }

    /** {@return how long its last answer took; empty if it has given none since the start} */
    public Optional<Duration> took() {
        return took;
    }

    private ScanResult scan(ScannedMail mail) throws Exception {
        long begun = nanos.getAsLong();
        ScanResult result = scanner.scan(mail);
        Duration time = Duration.ofNanos(nanos.getAsLong() - begun);
        took = Optional.of(time);
        watch.answered(rule.name(), time);
        return result;
    }

    /** {@return the question, asked by this executor from now on} */
    Question ask(ScannedMail mail, Executor executor) {
        if (mail.content().size() > rule.limits().size()) {
            return Question.answered(tooLarge(rule.limits()));
        }
        Optional<Breaker.Leave> leave = breaker.leave();
        if (leave.isEmpty()) {
            return Question.answered(new ScanResult.Unavailable("left out: " + why(breaker.state())));
        }
        Question question = new Question(() -> scan(mail), places, leave.get(), rule.limits().time(), nanos);
        question.begin(executor);
        return question;
    }

    /** {@return what becomes of a message that is larger than a scanner gets, or takes} */
    public static ScanResult tooLarge(ScannerRule.Limits limits) {
        String reason = "not looked at: larger than " + limits.size() + " octets, or than the scanner takes";
        return limits.whenLarger() == WhenLarger.PASS
                ? new ScanResult.Clean(reason)
                : new ScanResult.Unwilling(reason);
    }

    private static String why(ScannerState state) {
        return switch (state) {
            case ScannerState.InUse use -> use.reason().toString();
            case ScannerState.LeftOut out -> "for " + out.left().toSeconds() + " s, after " + out.reason();
            case ScannerState.OnTrial trial -> "another message is trying it, after " + trial.reason();
        };
    }
}

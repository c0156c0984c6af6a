package org.postern.duty;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.sentence.Sentence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The work that must go on for as long as the application runs. Knows what of it has ended all the same. */
@Singleton
public class Duties {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ManagedScheduledExecutorService scheduler;
    private final Map<Duty, Future<?>> begun = new ConcurrentHashMap<>();
    private final Map<Sentence, BooleanSupplier> others = new ConcurrentHashMap<>();

    @Inject
    Duties(ManagedScheduledExecutorService scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * Takes turns from now on, until {@link #end}.
     *
     * @param first until the first turn
     * @param interval from the end of each turn to the next
     */
    public void begin(Duty duty, Duration first, Duration interval) {
        begun.put(duty, scheduler.scheduleWithFixedDelay(duty, first.toMillis(), interval.toMillis(),
                TimeUnit.MILLISECONDS));
    }

    /** The same, where the first turn is taken before this returns. */
    public void beginNow(Duty duty, Duration interval) {
        duty.run();
        begin(duty, interval, interval);
    }

    /** No turn begins any more; one that has begun is waited for, ten seconds at most. */
    public void end(Duty duty) {
        stop(duty, false);
        duty.awaitEnd(PATIENCE);
    }

    /** No turn begins any more, and one that has begun is interrupted. */
    public void interrupt(Duty duty) {
        stop(duty, true);
    }

    private void stop(Duty duty, boolean atOnce) {
        Future<?> turns = begun.remove(duty);
        if (turns != null) {
            turns.cancel(atOnce);
        }
    }

    /** Counts work too that has a thread of its own. */
    public void include(Sentence name, BooleanSupplier goesOn) {
        others.put(name, goesOn);
    }

    /** Counts it no more. */
    public void leave(Sentence name) {
        others.remove(name);
    }

    /** {@return the names of those that nobody ended and that do not go on; none when all is well} */
    public List<Sentence> broken() {
        List<Sentence> broken = new ArrayList<>();
        begun.forEach((duty, turns) -> {
            if (turns.isDone()) {
                broken.add(duty.name());
            }
        });
        others.forEach((name, goesOn) -> {
            if (!goesOn.getAsBoolean()) {
                broken.add(name);
            }
        });
        return broken.stream().sorted(Comparator.comparing(Sentence::toString)).toList();
    }
}

package org.postern.admin.kept;

import org.postern.config.kept.KeptChange;
import org.postern.config.kept.KeptThing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Things of which a store knows each by a number, and their order. */
public final class Numbered {
    private final Map<String, Long> numbers;

    /** @param numbers by key */
    public Numbered(Map<String, Long> numbers) {
        this.numbers = new HashMap<>(numbers);
    }

    /** Keeps a thing. */
    @FunctionalInterface
    public interface Putting {
        /**
         * {@return its number}
         *
         * @param number of the thing whose place it takes; empty for a new one
         */
        long put(Optional<Long> number, KeptThing thing);
    }

    /** Makes these steps; {@return the numbers of all in this order of their keys} */
    public List<Long> made(List<KeptChange> steps, List<String> order, Putting putting, LongConsumer removing) {
        for (KeptChange step : steps) {
            Optional<Long> number = Optional.ofNullable(numbers.remove(step.key()));
            step.after()
                    .ifPresentOrElse(after -> numbers.put(step.keyAfter(), putting.put(number, after)),
                            () -> number.ifPresent(removing::accept));
        }
        return order.stream().map(numbers::get).toList();
    }
}

package org.postern.reputation.grey;

import org.postern.reputation.grey.Acquaintance.State;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Decides whether a contact is known. Who is suspected at all is decided elsewhere, before this is asked: a contact that nobody suspects leaves
 * no trace here, so that volume buys nothing. Safe for many threads, as the store is.
 */
public final class Greylist {
    /** The most that are to come again. */
    public static final int MOST_WAITING = 200_000;
    private static final Duration LEAST_WAIT = Duration.ofSeconds(1);

    private final GreylistStore store;
    private final Supplier<GreylistTimes> times;
    private final InstantSource clock;

    public Greylist(GreylistStore store, Supplier<GreylistTimes> times, InstantSource clock) {
        this.store = store;
        this.times = times;
        this.clock = clock;
    }

    /** {@return what becomes of a contact that is tried now} */
    public GreylistVerdict tried(Contact contact) {
        Instant now = clock.instant();
        Acquaintance known = store.change(contact, before -> tried(before, now));
        if (known.state() != State.WAITING) {
            return new GreylistVerdict.Known();
        }
        Duration wait = Duration.between(now, known.first().plus(times.get().pause()));
        return new GreylistVerdict.ComeAgain(wait.compareTo(LEAST_WAIT) < 0 ? LEAST_WAIT : wait);
    }

    /** Lets a contact pass from now on, because a person wants it so. */
    public void release(Contact contact) {
        Instant now = clock.instant();
        store.change(contact,
                before -> new Acquaintance(before.map(Acquaintance::first).orElse(now), now, State.RELEASED));
    }

    /**
     * {@return those that are to come again, the latest first}
     *
     * @param behind the last one of the page before; empty for the first page
     */
    public List<GreylistStore.Waiting> waiting(Optional<GreylistStore.Waiting> behind, int limit) {
        return store.waiting(behind, limit);
    }

    /** Forgets what is over, and of those that are to come again the oldest beyond {@value #MOST_WAITING}. */
    public void forget() {
        Instant now = clock.instant();
        store.forget(now.minus(times.get().patience()), now.minus(times.get().memory()), MOST_WAITING);
    }

    private Acquaintance tried(Optional<Acquaintance> before, Instant now) {
        Acquaintance first = new Acquaintance(now, now, State.WAITING);
        return before.filter(known -> now.isBefore(end(known))).map(known -> again(known, now)).orElse(first);
    }

    private Acquaintance again(Acquaintance known, Instant now) {
        return switch (known.state()) {
            case WAITING -> now.isBefore(known.first().plus(times.get().pause()))
                    ? known
                    : new Acquaintance(known.first(), now, State.PASSED);
            case PASSED, RELEASED -> new Acquaintance(known.first(), now, known.state());
        };
    }

    private Instant end(Acquaintance known) {
        return known.state() == State.WAITING
                ? known.first().plus(times.get().patience())
                : known.last().plus(times.get().memory());
    }
}

package org.postern.admin.parked;

import org.postern.queue.Headroom;
import org.postern.queue.ParkedFilter;
import org.postern.queue.ParkedQuery;
import org.postern.queue.ParkedSummary;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.WaitingMail;
import org.postern.sentence.RefusedException;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Works an operation off, some hundred messages in one transaction, in the order of the list; no faster than the queues take what it
 * makes. What cannot be recorded now is tried again for a while; what fails by itself is passed over and counted.
 */
final class OperationRun {
    static final int BATCH = 200;
    /** What is reported may be shown in the report, and that is composed in memory. */
    private static final Portion REPORTED = new Portion(1, 8_000_000);
    /** What is dropped, a database has to write. */
    private static final Portion DROPPED = new Portion(10, 64_000_000);
    private static final Portion USUAL = new Portion(BATCH, Long.MAX_VALUE);
    private static final int MOST_STUMBLES = 30;

    private final WaitingMail waiting;
    private final Doing doing;
    private final Supplier<Headroom> headroom;
    private final InstantSource clock;
    private final OnParked what;
    private final Operation operation;
    private final Duration pause;
    private int stumbles;

    /**
     * What is done in one transaction.
     *
     * @param unseen how many messages whose size is not known
     * @param octets how much content of those whose size is
     */
    private record Portion(int unseen, long octets) {}

    /** Does to these what the operation is about, in one transaction. */
    @FunctionalInterface
    interface Doing {
        /** {@return how many of them were still parked} */
        int to(Collection<String> keys) throws QueueUnavailableException;

        /** {@return whether the person may still do it} */
        default boolean isAllowed() {
            return true;
        }
    }

    /** @param pause between one attempt and the next, while the queues are full or away */
    OperationRun(WaitingMail waiting, Doing doing, Supplier<Headroom> headroom, InstantSource clock,
            OnParked what, Operation operation, Duration pause) {
        this.waiting = waiting;
        this.doing = doing;
        this.headroom = headroom;
        this.clock = clock;
        this.what = what;
        this.operation = operation;
        this.pause = pause;
    }

    /** Lets a thread work it off; {@return whether there is one, without which it has ended} */
    boolean isStartedOn(Executor executor) {
        return new OperationCourse(operation, clock).isStartedOn(executor, this::all);
    }

    /** Works until the end, whatever that is; throws errors alone. */
    void work() {
        new OperationCourse(operation, clock).follow(this::all);
    }

    private void all() throws InterruptedException, QueueUnavailableException {
        switch (what.selection()) {
            case Selection.These(List<String> keys) -> these(keys);
            case Selection.Matching(ParkedFilter filter) -> matching(filter.parkedBefore(operation.begun()));
        }
    }

    private void these(List<String> keys) throws InterruptedException, QueueUnavailableException {
        operation.isAbout(keys.size());
        int many = portion().unseen();
        for (int from = 0; from < keys.size() && !operation.isCancelled(); from += many) {
            batch(keys.subList(from, Math.min(keys.size(), from + many)));
        }
    }

    private void matching(ParkedFilter filter) throws InterruptedException, QueueUnavailableException {
        operation.isAbout(waiting.count(filter, Integer.MAX_VALUE));
        ParkedQuery query = ParkedQuery.first(BATCH).of(filter);
        List<ParkedSummary> page = waiting.list(query);
        while (!page.isEmpty() && !operation.isCancelled()) {
            for (List<String> keys : Batches.of(page.stream().filter(this::isConcerned).toList(), portion().octets())) {
                batch(keys);
            }
            page = waiting.list(query.behind(page.getLast()));
        }
    }

    /** What was done moves down the list, where it is met again. */
    private boolean isConcerned(ParkedSummary line) {
        return !what.act().isDone(line, operation.begun(), clock.instant());
    }

    private Portion portion() {
        return switch (what.act()) {
            case ParkedAct.Expire expire -> REPORTED;
            case ParkedAct.Bounce bounce -> REPORTED;
            case ParkedAct.Drop drop -> DROPPED;
            case ParkedAct.DropAsSpam drop -> DROPPED;
            case ParkedAct.DropAndBlock drop -> DROPPED;
            default -> USUAL;
        };
    }

    private void batch(List<String> keys) throws InterruptedException, QueueUnavailableException {
        while (!operation.isCancelled()) {
            if (!doing.isAllowed()) {
                operation.forbid();
                return;
            }
            if (isReporting() && headroom.get().left() == 0) {
                awaitTurn();
                continue;
            }
            try {
                operation.did(doing.to(keys), keys.size());
                stumbles = 0;
                return;
            } catch (QueueUnavailableException e) {
                operation.stumbled(RefusedException.sentenceOf(e));
                if (++stumbles > MOST_STUMBLES) {
                    throw e;
                }
                awaitTurn();
            } catch (RuntimeException e) {
                apart(keys, e);
                return;
            }
        }
    }

    private boolean isReporting() {
        return portion().equals(REPORTED);
    }

    private void awaitTurn() throws InterruptedException {
        if (operation.isCancelledWithin(pause.toMillis())) {
            stumbles = 0;
        }
    }

    /** One of them is at fault; the others must not suffer for it. */
    private void apart(List<String> keys, RuntimeException why) throws InterruptedException, QueueUnavailableException {
        operation.stumbled(RefusedException.sentenceOf(why));
        if (keys.size() == 1) {
            operation.failed(RefusedException.sentenceOf(why));
            return;
        }
        int half = keys.size() / 2;
        batch(keys.subList(0, half));
        batch(keys.subList(half, keys.size()));
    }
}

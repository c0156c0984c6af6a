package org.postern.admin.parked;

import org.postern.admin.parked.OperationView.State;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One operation on parked mail: what it is, and how far it has come. Written by one thread, read by many. */
final class Operation {
    private final String id;
    private final ParkedAct act;
    private final Selection selection;
    private final String by;
    private final Instant begun;
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private Optional<Instant> ended = Optional.empty();
    private State state = State.RUNNING;
    private long total;
    private long done;
    private long passed;
    private long failed;
    private String fault = "";
    private boolean told;

    Operation(String id, ParkedAct act, Selection selection, String by, Instant begun) {
        this.id = id;
        this.act = act;
        this.selection = selection;
        this.by = by;
        this.begun = begun;
    }

    String id() {
        return id;
    }

    ParkedAct act() {
        return act;
    }

    Selection selection() {
        return selection;
    }

    String by() {
        return by;
    }

    Instant begun() {
        return begun;
    }

    synchronized OperationView view() {
        return new OperationView(id, act.words(), by, begun, ended, state, Math.max(total, done + passed + failed),
                done, passed, failed, fault);
    }

    void cancel() {
        cancelled.countDown();
    }

    boolean isCancelled() {
        return cancelled.getCount() == 0;
    }

    /** Waits; {@return whether it was cancelled meanwhile} */
    boolean isCancelledWithin(long millis) throws InterruptedException {
        return cancelled.await(millis, TimeUnit.MILLISECONDS);
    }

    synchronized void isAbout(long messages) {
        total = messages;
    }

    synchronized void did(int messages, int ofThese) {
        done += messages;
        passed += ofThese - messages;
    }

    synchronized void failed(String why) {
        failed++;
        fault = why;
    }

    synchronized void stumbled(String why) {
        fault = why;
    }

    synchronized boolean isTold() {
        return told;
    }

    /** {@return whether it has ended, and this was not asked since} */
    synchronized boolean isNews() {
        boolean news = state != State.RUNNING && !told;
        told |= news;
        return news;
    }

    synchronized void end(State how, Instant now) {
        state = how;
        ended = Optional.of(now);
    }
}

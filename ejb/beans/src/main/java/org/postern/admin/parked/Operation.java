package org.postern.admin.parked;

import org.postern.admin.parked.OperationView.State;
import org.postern.sentence.Sentence;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One operation on many messages: what it is, and how far it has come. Written by one thread, read by many. */
final class Operation implements Progress {
    private static final Sentence.Form FORBIDDEN = Sentence.form("mayNotAnyMore", "{0} may not do this any more");

    private final String id;
    private final Sentence act;
    private final Sentence subject;
    private final String by;
    private final Instant begun;
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private Optional<Instant> ended = Optional.empty();
    private State state = State.RUNNING;
    private long total;
    private long done;
    private long passed;
    private long failed;
    private Optional<Sentence> fault = Optional.empty();
    private boolean told;

    /**
     * An operation that has not begun to work.
     *
     * @param act what is done
     * @param subject to what, for the audit log
     */
    Operation(String id, Sentence act, Sentence subject, String by, Instant begun) {
        this.id = id;
        this.act = act;
        this.subject = subject;
        this.by = by;
        this.begun = begun;
    }

    String id() {
        return id;
    }

    Sentence act() {
        return act;
    }

    Sentence subject() {
        return subject;
    }

    String by() {
        return by;
    }

    Instant begun() {
        return begun;
    }

    synchronized OperationView view() {
        return new OperationView(id, act, by, begun, ended, state, Math.max(total, done + passed + failed),
                done, passed, failed, fault);
    }

    void cancel() {
        cancelled.countDown();
    }

    /** Ends it, for who began it may do such things no more. */
    void forbid() {
        stumbled(FORBIDDEN.with(by));
        cancel();
    }

    @Override
    public boolean isCancelled() {
        return cancelled.getCount() == 0;
    }

    @Override
    public boolean isCancelledWithin(long millis) throws InterruptedException {
        return cancelled.await(millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void isAbout(long messages) {
        total = messages;
    }

    @Override
    public synchronized void did(int messages, int ofThese) {
        done += messages;
        passed += ofThese - messages;
    }

    @Override
    public synchronized void failed(Sentence why) {
        failed++;
        fault = Optional.of(why);
    }

    @Override
    public synchronized void stumbled(Sentence why) {
        fault = Optional.of(why);
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

package org.postern.broker;

import jakarta.inject.Singleton;
import org.postern.smtp.Replies;
import org.postern.smtp.Reply;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Whether mail could be kept now, as it was found a moment ago. Asked at each connection and each message, so it costs nothing;
 * {@link StoreProbe} finds out in the background.
 */
@Singleton
public class StoreReadiness {
    /** What is wrong with one of the stores. */
    public enum Fault {
        /** The broker does not answer. */
        BROKER,
        /** The database does not answer. */
        DATABASE,
        /** The disk of the journal is nearly full: what is there may leave, nothing may come in. */
        DISK,
        /** That disk is full: nothing may be begun. */
        DISK_FULL,
        /** Another gateway has the name of this one. */
        NAME,
        /** Nobody has looked yet. */
        UNKNOWN
    }

    /** Faults that keep mail even from leaving. A disk that is nearly full does not: it gets room by that. */
    private static final Set<Fault> QUEUES = EnumSet.of(Fault.BROKER, Fault.DISK_FULL, Fault.UNKNOWN);
    private static final Set<Fault> ALL = EnumSet.of(Fault.BROKER, Fault.DATABASE, Fault.DISK_FULL, Fault.UNKNOWN);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile List<Fault> faults = List.of(Fault.UNKNOWN);
    private volatile boolean databaseIsHere = true;
    private volatile boolean diskIsShort;

    /** {@return what is wrong; empty when mail can be kept} */
    public List<Fault> faults() {
        return faults;
    }

    /** {@return whether mail and events can be kept, whatever the name of this gateway} */
    public boolean areStoresWell() {
        return faults.stream().allMatch(fault -> fault == Fault.NAME);
    }

    /** Of these faults, those found are there and the others are over. {@return whether that is news} */
    boolean found(Set<Fault> lookedFor, Set<Fault> found) {
        lock.lock();
        try {
            Set<Fault> now = EnumSet.noneOf(Fault.class);
            now.addAll(faults);
            now.removeAll(lookedFor);
            now.addAll(found);
            boolean news = !now.equals(Set.copyOf(faults));
            faults = List.copyOf(now);
            changed.signalAll();
            return news;
        } finally {
            lock.unlock();
        }
    }

    /**
     * {@return whether that is news}
     *
     * @param isTaken whether another gateway on the same database has the name of this one: it keeps mail from coming in, and none from leaving
     */
    public boolean nameIs(boolean isTaken) {
        return found(Set.of(Fault.NAME), isTaken ? Set.of(Fault.NAME) : Set.of());
    }

    /** {@return the refusal of a connection, which ends it} */
    public Optional<Reply> atConnect() {
        return faults.isEmpty() ? Optional.empty() : Optional.of(Replies.NOT_TAKING_MAIL);
    }

    /** {@return the refusal of a message, in a session that began when all was well} */
    public Optional<Reply> atMail() {
        List<Fault> now = faults;
        if (now.isEmpty()) {
            return Optional.empty();
        }
        boolean full = now.contains(Fault.DISK) || now.contains(Fault.DISK_FULL);
        return Optional.of(full ? Replies.NO_ROOM : Replies.LOCAL_ERROR);
    }

    /** @param isHere whether the database's files lie on the disk of the journal */
    void databaseIs(boolean isHere) {
        databaseIsHere = isHere;
    }

    /** {@return whether they do, as far as is known} */
    boolean isDatabaseHere() {
        return databaseIsHere;
    }

    /**
     * {@return whether {@link #isDatabaseShortOfRoom} says something else now}
     *
     * @param isShort whether that disk has so little left that what can wait should, for the sake of mail
     */
    boolean diskIs(boolean isShort) {
        lock.lock();
        try {
            boolean before = isDatabaseShortOfRoom();
            diskIsShort = isShort;
            changed.signalAll();
            return before != isDatabaseShortOfRoom();
        } finally {
            lock.unlock();
        }
    }

    /**
     * {@return whether a database that lies on the disk of the journal should not grow by what can wait, since that disk has little left: what is left
     * is for mail, and meanwhile H2 gives back what it does not need}
     */
    public boolean isDatabaseShortOfRoom() {
        return databaseIsHere && diskIsShort;
    }

    /** {@return whether nothing can be kept, not even what tells of mail that has left} */
    boolean isFull() {
        return faults.contains(Fault.DISK_FULL);
    }

    /**
     * Waits until a stage that needs the queues alone can do its work, however long that takes. A stage that waits here keeps its message; one that
     * failed instead would use up the deliveries of every message in the queue while an outage lasts.
     *
     * @throws InterruptedException when the gateway stops meanwhile
     */
    public void awaitQueues() throws InterruptedException {
        await(QUEUES);
    }

    /** The same, for a stage that needs the database too. */
    public void awaitAll() throws InterruptedException {
        await(ALL);
    }

    /** The same as {@link #awaitQueues}, for bulk mail, which waits in its queue too while what would be parked of it has no room in the database. */
    public void awaitRoom() throws InterruptedException {
        await(() -> hasAny(QUEUES) || isDatabaseShortOfRoom());
    }

    /** The same as {@link #awaitAll}, for what can wait best, and does while the database should not grow by it. */
    public void awaitAllAndRoom() throws InterruptedException {
        await(() -> hasAny(ALL) || isDatabaseShortOfRoom());
    }

    private void await(Set<Fault> obstacles) throws InterruptedException {
        await(() -> hasAny(obstacles));
    }

    private void await(BooleanSupplier mustWait) throws InterruptedException {
        if (!mustWait.getAsBoolean()) {
            return;
        }
        lock.lockInterruptibly();
        try {
            while (mustWait.getAsBoolean()) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean hasAny(Set<Fault> some) {
        return faults.stream().anyMatch(some::contains);
    }
}

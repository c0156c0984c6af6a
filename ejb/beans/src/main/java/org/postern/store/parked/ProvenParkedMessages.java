package org.postern.store.parked;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.queue.ParkedMessage;
import org.postern.queue.ParkedMessages;
import org.postern.store.Checkpoint;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Believes that mail is parked when it has been seen in the database after the write. An H2 server that is killed between commit and
 * write, and started again before anybody notices, has lost the commit, while the write that follows succeeds on what is left.
 */
@Singleton
public class ProvenParkedMessages implements ParkedMessages {
    /** Then others find another place for their mail; a database that does not answer must not keep all of them. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Large content is parked one after the other: the disk is no faster with many. */
    private final Lock large = new ReentrantLock(true);
    private final JpaParkedMessages rows;
    private final Checkpoint checkpoint;

    @Inject
    ProvenParkedMessages(JpaParkedMessages rows, Checkpoint checkpoint) {
        this.rows = rows;
        this.checkpoint = checkpoint;
    }

    @Override
    public void park(ParkedMessage message) {
        if (message.mail().message().content().size() <= PacedParts.LARGE || !checkpoint.isNeeded()) {
            write(message);
            return;
        }
        awaitTurn();
        try {
            write(message);
        } finally {
            large.unlock();
        }
    }

    private void awaitTurn() {
        try {
            if (!large.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the database is busy with other large mail");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the database was busy with other large mail", e);
        }
    }

    private void write(ParkedMessage message) {
        // What was parked before may have been taken up meanwhile.
        if (rows.add(message) && !rows.holds(message.key())) {
            throw new IllegalStateException("the database does not show what it has committed a moment ago");
        }
    }
}

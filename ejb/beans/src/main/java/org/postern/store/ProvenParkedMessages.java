package org.postern.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.postern.queue.ParkedMessage;
import org.postern.queue.ParkedMessages;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Believes that mail is parked when it has been seen in the database after the write. An H2 server that is killed between commit and
 * write, and started again before anybody notices, has lost the commit, while the write that follows succeeds on what is left.
 */
@ApplicationScoped
public class ProvenParkedMessages implements ParkedMessages {
    /** Large content is parked one after the other: the disk is no faster with many. */
    private final Lock large = new ReentrantLock(true);
    @Inject
    private JpaParkedMessages rows;

    @Override
    public void park(ParkedMessage message) {
        if (message.mail().message().content().size() > PacedParts.LARGE) {
            large.lock();
            try {
                write(message);
            } finally {
                large.unlock();
            }
        } else {
            write(message);
        }
    }

    private void write(ParkedMessage message) {
        rows.park(message);
        if (!rows.holds(message.key())) {
            throw new IllegalStateException("the database has lost what was committed");
        }
    }
}

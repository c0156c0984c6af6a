package org.postern.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.store.h2.DatabaseFile;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

import javax.sql.DataSource;

/**
 * Makes H2 write what was committed, and never close its file, whatever its URL says: one that it has marked as closed it may take for an older one.
 * Those who ask while a write is under way share the next one, for the disk takes as long for one commit as for many.
 */
@Singleton
public class Checkpoint {
    private final DataSource database;

    private final ReentrantLock writing = new ReentrantLock();
    private final AtomicLong asked = new AtomicLong();
    private long covered;
    private boolean staysOpen;
    private volatile boolean needed = true;

    @Inject
    Checkpoint(DataSource database) {
        this.database = database;
    }

    /** {@return whether the database writes later than it commits, as far as is known} */
    public boolean isNeeded() {
        return needed;
    }

    /** Returns after a write that began after this call did. Nothing to do for databases that write as they commit. */
    public void writeCommitted() {
        if (!needed) {
            return;
        }
        long mine = asked.incrementAndGet();
        writing.lock();
        try {
            if (covered < mine) {
                long now = asked.get();
                write();
                covered = now;
            }
        } finally {
            writing.unlock();
        }
    }

    private void write() {
        try (Connection connection = database.getConnection()) {
            needed = connection.getMetaData().getDatabaseProductName().equals("H2");
            if (needed) {
                stayOpen(connection);
                Optional<DatabaseFile> file = DatabaseFile.of(connection);
                if (file.isPresent()) {
                    file.get().write();
                } else {
                    execute(connection, "CHECKPOINT SYNC");
                }
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the database has not written what was committed: " + e.getMessage(), e);
        }
    }

    private void stayOpen(Connection connection) throws SQLException {
        if (!staysOpen) {
            execute(connection, "SET DB_CLOSE_DELAY -1");
            staysOpen = true;
        }
    }

    private static void execute(Connection connection, String words) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(words);
        }
    }
}

package org.postern.store.h2;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.postern.duty.Duties;
import org.postern.duty.Duty;
import org.postern.sentence.Sentence;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

import javax.sql.DataSource;

/**
 * Keeps the file of an H2 database from filling its disk with what does not count, under whatever load. Nothing is done while the file could become
 * three times as large: H2 does it by itself when there is less to do, and then it costs nobody anything.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Compaction {
    private static final Duration INTERVAL = Duration.ofMillis(250);
    /** Per cent that counts: more would be written again and again, less would need more of the disk. */
    private static final int TARGET = 75;
    /** The file may grow by so many times its size before anything is done. */
    private static final int GROWTH = 2;

    /** Portions at a look when the file could not even become twice as large. */
    private static final int HURRIED = 3;

    @Inject
    private Duties duties;
    @Inject
    private DataSource database;

    private final Duty compacting = new Duty(Sentence.form("dutyCompact", "compacting the database").with(),
            this::compact,
            e -> DatabaseFileLog.LOG.notCompacted(e.toString()));
    private boolean mayHaveFile = true;
    private boolean wasCrowded;

    @PostConstruct
    void begin() {
        duties.begin(compacting, INTERVAL, INTERVAL);
    }

    @PreDestroy
    void end() {
        duties.end(compacting);
    }

    /** A database server is asked once. */
    private void compact() throws SQLException, IOException {
        if (!mayHaveFile) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            Optional<DatabaseFile> file = DatabaseFile.of(connection);
            mayHaveFile = file.isPresent();
            if (mayHaveFile) {
                compact(file.get());
            }
        }
    }

    private void compact(DatabaseFile file) throws IOException {
        long size = file.size();
        long room = file.room();
        boolean isCrowded = room < GROWTH * size;
        if (isCrowded && !wasCrowded) {
            DatabaseFileLog.LOG.crowded(size >> 20, room >> 20);
        }
        wasCrowded = isCrowded || (wasCrowded && room < 2 * GROWTH * size);
        for (int portion = 0; portion < portions(room, size); portion++) {
            file.compact(TARGET);
        }
    }

    /** {@return how much is done at a look: the less room, the more of the processors' time} */
    private static int portions(long room, long size) {
        if (room >= GROWTH * size) {
            return 0;
        }
        return room >= size ? 1 : HURRIED;
    }
}

package org.postern.store;

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

import java.time.Duration;

/**
 * Has H2 write every two seconds what was committed without {@link Durable}. H2 takes the space of what has changed for new data after
 * {@code RETENTION_TIME}, which the server's {@code postern.cli} sets to four seconds: by then the change itself must have reached the disk, or a loss
 * of power would find neither. And at the end, since H2 is not closed: what would mark its file as closed could lose what is in it.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RegularCheckpoint {
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    @Inject
    private Duties duties;
    @Inject
    private Checkpoint checkpoint;

    /** Who commits next what must be durable hears of a failure, and says so. */
    private final Duty writing = new Duty(Sentence.form("dutyWriteDatabase", "writing the database").with(),
            () -> checkpoint.writeCommitted(), e -> {
            });

    @PostConstruct
    void begin() {
        duties.begin(writing, INTERVAL, INTERVAL);
    }

    @PreDestroy
    void end() {
        duties.end(writing);
        writing.run();
    }
}

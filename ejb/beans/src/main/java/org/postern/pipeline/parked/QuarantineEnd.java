package org.postern.pipeline.parked;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

import org.postern.assessment.QuarantineKind;
import org.postern.config.Settings;
import org.postern.duty.Batches;
import org.postern.duty.Duties;
import org.postern.duty.Duty;
import org.postern.pipeline.PipelineLog;
import org.postern.queue.ParkedFilter;
import org.postern.queue.ParkedQuery;
import org.postern.queue.ParkedSummary;
import org.postern.queue.QuarantineFilter;
import org.postern.queue.QueueUnavailableException;
import org.postern.queue.WaitingMail;
import org.postern.sentence.Sentence;
import org.postern.trust.Retention;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Drops mail that nobody has let out of quarantine in time, some at a time. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class QuarantineEnd {
    private static final Duration FIRST = Duration.ofMinutes(2);
    private static final Duration INTERVAL = Duration.ofMinutes(10);
    private static final Batches BATCHES = new Batches(100, 100);

    @Inject
    private Duties duties;
    @Inject
    private Settings settings;
    @Inject
    private WaitingMail waiting;
    @Inject
    private GivenUpMail givenUp;
    @Inject
    private InstantSource clock;

    private final Duty ending = new Duty(Sentence.form("dutyEndQuarantine", "ending quarantine").with(), this::look,
            e -> PipelineLog.LOG.parkedMailStays(Duty.words(e)));

    @PostConstruct
    void begin() {
        duties.begin(ending, FIRST, INTERVAL);
    }

    @PreDestroy
    void end() {
        duties.end(ending);
    }

    private void look() throws QueueUnavailableException {
        for (QuarantineKind kind : QuarantineKind.values()) {
            Optional<Instant> over = settings.over(Retention.setting(kind), clock.instant());
            if (over.isPresent()) {
                end(kind, over.get());
            }
        }
    }

    private void end(QuarantineKind kind, Instant over) throws QueueUnavailableException {
        ParkedQuery query = ParkedQuery.first(BATCHES.size())
                .of(ParkedFilter.everything()
                        .inQuarantine(QuarantineFilter.of(kind))
                        .parkedBefore(over));
        String by = "the end of " + Retention.setting(kind).key();
        int all = BATCHES.all(size -> drop(waiting.list(query), by));
        if (all > 0) {
            PipelineLog.LOG.quarantineEnded(all, Retention.setting(kind).key());
        }
    }

    private int drop(List<ParkedSummary> over, String by) throws QueueUnavailableException {
        return over.isEmpty()
                ? 0
                : waiting.drop(over.stream().map(ParkedSummary::key).toList(), dropped -> givenUp.tell(dropped, by));
    }
}
